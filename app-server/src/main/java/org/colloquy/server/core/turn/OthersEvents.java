package org.colloquy.server.core.turn;

import java.util.List;
import org.colloquy.model.Problem;
import org.colloquy.model.TurnEvent;
import org.colloquy.server.core.shared.SharedConversations;

/// The events of a turn as others see them than the person whose turn it is: without that person's
/// memories, without what only they can decide, and without the reason of a failure, which may name
/// their provider or key. Each takes as much room as before, so that positions stay the same.
final class OthersEvents {
  static final Problem FAILED = new Problem.Unavailable("This could not be answered.");

  private OthersEvents() {}

  static TurnEvent seen(TurnEvent event) {
    return switch (event) {
      case TurnEvent.Recalled(var answer, _) -> new TurnEvent.Recalled(answer, List.of());
      case TurnEvent.ApprovalWanted(_, var tool, _) ->
          new TurnEvent.Noted("Whoever asked has to say whether " + tool + " may be called.");
      case TurnEvent.MessageSaved(var message) ->
          new TurnEvent.MessageSaved(SharedConversations.forOthers(message));
      case TurnEvent.Failed _ -> new TurnEvent.Failed(FAILED);
      case TurnEvent.TextDelta _,
          TurnEvent.ReasoningDelta _,
          TurnEvent.ToolCalled _,
          TurnEvent.ApprovalGiven _,
          TurnEvent.ToolReturned _,
          TurnEvent.Noted _,
          TurnEvent.Sourced _,
          TurnEvent.Cited _,
          TurnEvent.Finished _,
          TurnEvent.Cancelled _ ->
          event;
    };
  }
}
