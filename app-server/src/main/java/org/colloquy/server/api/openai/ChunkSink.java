package org.colloquy.server.api.openai;

import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.model.TurnEvent;
import org.colloquy.server.api.openai.OpenAiJson.CallJson;
import org.colloquy.server.core.turn.Completion;
import org.colloquy.server.core.turn.TurnSink;
import org.colloquy.server.http.EventStream;
import org.colloquy.server.http.Json;
import org.colloquy.server.http.OpenAiUsage;

/// Says an answer as a stream of chunks, then `[DONE]`. Once something was sent, a failure is an
/// event with an `error`, and nothing comes after it.
///
/// What all chunks have in common is written once; of each piece of text only the text is.
final class ChunkSink implements TurnSink {
  private static final String ROLE = "\"role\":\"assistant\"";
  private static final String MORE = "},\"logprobs\":null,\"finish_reason\":null}]";

  private final EventStream out;
  private final int callsAtOnce;
  private final String head;
  private final String end;
  private boolean begun;
  private int calls;
  private final boolean tellsUsage;

  /// @param tellsUsage whether the client wants to know the tokens
  /// @param callsAtOnce how many calls of tools it takes
  ChunkSink(EventStream out, Completion completion, boolean tellsUsage, int callsAtOnce) {
    this.out = out;
    this.callsAtOnce = callsAtOnce;
    this.tellsUsage = tellsUsage;
    this.end = tellsUsage ? ",\"usage\":null}" : "}";
    this.head =
        "{\"id\":\"%s\",\"object\":\"chat.completion.chunk\",\"created\":%d,\"model\":%s,"
            .formatted(
                OpenAiJson.id(completion),
                completion.startedAt().getEpochSecond(),
                Json.text(completion.model()));
  }

  @Override
  public void accept(TurnEvent event) {
    switch (event) {
      case TurnEvent.TextDelta(var text) -> say("\"content\":", text);
      case TurnEvent.ReasoningDelta(var text) -> say("\"reasoning_content\":", text);
      case TurnEvent.ToolCalled call -> {
        if (calls < callsAtOnce) {
          var json = Json.text(CallJson.of(calls++, call));
          out.data(chunk("\"tool_calls\":[" + json + "]") + MORE + end);
        }
      }
      case TurnEvent.Finished finished -> finish(finished);
      case TurnEvent.Failed(var problem) -> fail(problem);
      case TurnEvent.Cancelled _ -> fail(STOPPED);
      case TurnEvent.ApprovalWanted _,
          TurnEvent.ApprovalGiven _,
          TurnEvent.ToolReturned _,
          TurnEvent.Noted _,
          TurnEvent.Recalled _,
          TurnEvent.Sourced _,
          TurnEvent.Cited _,
          TurnEvent.MessageSaved _ -> {
        // Nothing of that happens outside conversations.
      }
    }
  }

  private void say(String field, String text) {
    out.data(chunk(field + Json.text(text)) + MORE + end);
  }

  /// The beginning of a chunk. Only the first one names the one who speaks.
  private String chunk(String delta) {
    var role = begun ? "" : delta.isEmpty() ? ROLE : ROLE + ",";
    begun = true;
    return head + "\"choices\":[{\"index\":0,\"delta\":{" + role + delta;
  }

  private void finish(TurnEvent.Finished finished) {
    var reason = OpenAiJson.finishReason(finished.reason(), calls > 0);
    var fingerprint = OpenAiJson.fingerprint(finished);
    var system = fingerprint == null ? "" : ",\"system_fingerprint\":" + Json.text(fingerprint);
    var last = chunk("") + "},\"logprobs\":null,\"finish_reason\":\"" + reason + "\"}]";
    out.data(last + system + end);
    if (tellsUsage) {
      var usage = Json.text(OpenAiUsage.of(finished.usage()));
      out.data(head + "\"choices\":[]" + system + ",\"usage\":" + usage + "}");
    }
    out.data("[DONE]");
    out.end();
  }

  private void fail(Problem problem) {
    if (out.giveUp()) {
      throw new ProblemException(problem);
    }
    out.data(Json.text(OpenAiProblems.body(problem)));
    out.end();
  }
}
