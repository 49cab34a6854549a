package org.colloquy.server.http;

import java.util.ArrayList;
import java.util.List;
import org.colloquy.model.Message;
import org.colloquy.model.MessageState;
import org.colloquy.model.ProblemException;
import org.colloquy.model.TurnEvent;
import org.colloquy.server.core.turn.TurnSink;

/// Collects the messages of a turn, for faces that answer with all of them at once. A turn that did
/// not end well becomes a status.
public final class CollectedTurn implements TurnSink {
  private final List<Message> messages = new ArrayList<>();

  @Override
  public void accept(TurnEvent event) {
    switch (event) {
      case TurnEvent.MessageSaved(var message) -> {
        if (message.state() != MessageState.GROWING) {
          messages.add(message);
        }
      }
      case TurnEvent.Failed(var problem) -> throw new ProblemException(problem);
      case TurnEvent.Cancelled _ -> throw new ProblemException(STOPPED);
      case TurnEvent.TextDelta _,
          TurnEvent.ReasoningDelta _,
          TurnEvent.ToolCalled _,
          TurnEvent.ApprovalWanted _,
          TurnEvent.ApprovalGiven _,
          TurnEvent.ToolReturned _,
          TurnEvent.Noted _,
          TurnEvent.Recalled _,
          TurnEvent.Sourced _,
          TurnEvent.Cited _,
          TurnEvent.Finished _ -> {
        // The messages have it all.
      }
    }
  }

  /// All messages of the turn in their final form, the question included, oldest first.
  public List<Message> messages() {
    return List.copyOf(messages);
  }
}
