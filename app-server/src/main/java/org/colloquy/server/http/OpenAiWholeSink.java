package org.colloquy.server.http;

import java.util.function.Consumer;
import org.colloquy.model.ProblemException;
import org.colloquy.model.TurnEvent;
import org.colloquy.server.core.turn.Completion;
import org.colloquy.server.core.turn.TurnSink;

/// Gathers an answer and passes it on when it is whole. A failure becomes a status.
public final class OpenAiWholeSink implements TurnSink {
  private final Completion completion;
  private final Consumer<OpenAiCompletion> whole;
  private final StringBuilder text = new StringBuilder();

  public OpenAiWholeSink(Completion completion, Consumer<OpenAiCompletion> whole) {
    this.completion = completion;
    this.whole = whole;
  }

  @Override
  public void accept(TurnEvent event) {
    switch (event) {
      case TurnEvent.TextDelta(var more) -> text.append(more);
      case TurnEvent.Finished(var usage, _, _) ->
          whole.accept(OpenAiCompletion.of(completion, text.toString(), usage));
      case TurnEvent.Failed(var problem) -> throw new ProblemException(problem);
      case TurnEvent.Cancelled _ -> throw new ProblemException(STOPPED);
      case TurnEvent.ReasoningDelta _,
          TurnEvent.ToolCalled _,
          TurnEvent.ApprovalWanted _,
          TurnEvent.ApprovalGiven _,
          TurnEvent.ToolReturned _,
          TurnEvent.Noted _,
          TurnEvent.Recalled _,
          TurnEvent.Sourced _,
          TurnEvent.Cited _,
          TurnEvent.MessageSaved _ -> {
        // Only the words are passed on.
      }
    }
  }
}
