package org.colloquy.server.api.openai;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.colloquy.model.ProblemException;
import org.colloquy.model.TurnEvent;
import org.colloquy.server.api.openai.OpenAiJson.CallJson;
import org.colloquy.server.api.openai.OpenAiJson.ChoiceJson;
import org.colloquy.server.api.openai.OpenAiJson.CompletionJson;
import org.colloquy.server.api.openai.OpenAiJson.MessageJson;
import org.colloquy.server.core.turn.Completion;
import org.colloquy.server.core.turn.TurnSink;
import org.colloquy.server.http.OpenAiUsage;

/// Gathers an answer and passes it on when it is whole. A failure becomes a status.
final class WholeSink implements TurnSink {
  private final Completion completion;
  private final int callsAtOnce;
  private final Consumer<CompletionJson> whole;
  private final StringBuilder text = new StringBuilder();
  private final StringBuilder thoughts = new StringBuilder();
  private final List<CallJson> calls = new ArrayList<>();

  WholeSink(Completion completion, int callsAtOnce, Consumer<CompletionJson> whole) {
    this.completion = completion;
    this.callsAtOnce = callsAtOnce;
    this.whole = whole;
  }

  @Override
  public void accept(TurnEvent event) {
    switch (event) {
      case TurnEvent.TextDelta(var more) -> text.append(more);
      case TurnEvent.ReasoningDelta(var more) -> thoughts.append(more);
      case TurnEvent.ToolCalled call -> {
        if (calls.size() < callsAtOnce) {
          calls.add(CallJson.of(null, call));
        }
      }
      case TurnEvent.Finished finished -> whole.accept(whole(finished));
      case TurnEvent.Failed(var problem) -> throw new ProblemException(problem);
      case TurnEvent.Cancelled _ -> throw new ProblemException(STOPPED);
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

  private CompletionJson whole(TurnEvent.Finished finished) {
    var message =
        new MessageJson(
            "assistant",
            text.isEmpty() && !calls.isEmpty() ? null : text.toString(),
            null,
            thoughts.isEmpty() ? null : thoughts.toString(),
            calls);
    var reason = OpenAiJson.finishReason(finished.reason(), !calls.isEmpty());
    return new CompletionJson(
        OpenAiJson.id(completion),
        "chat.completion",
        completion.startedAt().getEpochSecond(),
        completion.model(),
        List.of(ChoiceJson.of(message, reason)),
        OpenAiUsage.of(finished.usage()),
        OpenAiJson.fingerprint(finished));
  }
}
