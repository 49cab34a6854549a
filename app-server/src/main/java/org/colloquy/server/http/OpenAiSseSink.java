package org.colloquy.server.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.model.TurnEvent;
import org.colloquy.server.core.Sentences;
import org.colloquy.server.core.turn.Completion;
import org.colloquy.server.core.turn.TurnSink;
import org.jspecify.annotations.Nullable;

/// Says an answer as OpenAI streams chat completions: chunks as server-sent events, then `[DONE]`.
/// Each event is written whole, since some clients do not put pieces together. After the first one,
/// a failure is an event with an `error`, and the body is cut off.
public final class OpenAiSseSink implements TurnSink {
  private static final String DONE = "data: [DONE]\n\n";

  private final ReplyStream stream;
  private final Completion completion;
  private boolean begun;

  public OpenAiSseSink(ReplyStream stream, Completion completion) {
    this.stream = stream;
    this.completion = completion;
  }

  @Override
  public void accept(TurnEvent event) {
    switch (event) {
      case TurnEvent.TextDelta(var text) -> say(chunk(new Delta(role(), text, null), null));
      case TurnEvent.ReasoningDelta(var text) -> say(chunk(new Delta(role(), null, text), null));
      case TurnEvent.Finished _ -> {
        say(chunk(new Delta(role(), null, null), "stop") + DONE);
        stream.end();
      }
      case TurnEvent.Failed(var problem) -> fail(problem);
      case TurnEvent.Cancelled _ -> fail(STOPPED);
      case TurnEvent.ToolCalled _,
          TurnEvent.ApprovalWanted _,
          TurnEvent.ApprovalGiven _,
          TurnEvent.ToolReturned _,
          TurnEvent.Noted _,
          TurnEvent.Recalled _,
          TurnEvent.Sourced _,
          TurnEvent.Cited _,
          TurnEvent.MessageSaved _ -> {
        // Only words can be said in this form.
      }
    }
  }

  private void fail(Problem problem) {
    if (!begun) {
      throw new ProblemException(problem);
    }
    say(event(Map.of("error", Map.of("message", Sentences.of(problem)))));
  }

  private void say(String events) {
    begun = true;
    var bytes = events.getBytes(StandardCharsets.UTF_8);
    stream.write(bytes, bytes.length);
  }

  /// Only the first chunk names the one who speaks.
  private @Nullable String role() {
    return begun ? null : "assistant";
  }

  private String chunk(Delta delta, @Nullable String finishReason) {
    return event(
        new Chunk(
            OpenAiCompletion.id(completion),
            "chat.completion.chunk",
            completion.startedAt().getEpochSecond(),
            completion.model(),
            List.of(new Choice(0, delta, finishReason))));
  }

  private static String event(Object value) {
    return "data: " + Json.text(value) + "\n\n";
  }

  record Chunk(String id, String object, long created, String model, List<Choice> choices) {}

  record Choice(
      int index, Delta delta, @JsonProperty("finish_reason") @Nullable String finishReason) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Delta(
      @Nullable String role,
      @Nullable String content,
      @JsonProperty("reasoning_content") @Nullable String reasoning) {}
}
