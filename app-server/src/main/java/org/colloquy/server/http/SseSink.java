package org.colloquy.server.http;

import org.colloquy.model.ProblemException;
import org.colloquy.model.TurnEvent;
import org.colloquy.server.core.turn.TurnSink;

/// Says a turn as server-sent events, in the words of a face.
///
/// The answer's head is sent when the model begins to work, so that a failure before that becomes a
/// status; a failure after it is an event of the face.
public final class SseSink implements TurnSink {
  private final EventStream out;
  private final EventWriter writer;

  public SseSink(EventStream out, EventWriter writer) {
    this.out = out;
    this.writer = writer;
  }

  @Override
  public void accept(TurnEvent event) {
    if (!out.begun()) {
      begin(event);
    }
    writer.write(out, event);
    if (event.last()) {
      out.end();
    }
  }

  private void begin(TurnEvent first) {
    switch (first) {
      case TurnEvent.Failed(var problem) -> throw new ProblemException(problem);
      case TurnEvent.Cancelled _ -> throw new ProblemException(STOPPED);
      case TurnEvent.ReasoningDelta _,
          TurnEvent.ToolCalled _,
          TurnEvent.ApprovalWanted _,
          TurnEvent.ApprovalGiven _,
          TurnEvent.ToolReturned _ ->
          out.comment();
      case TurnEvent.TextDelta _,
          TurnEvent.Noted _,
          TurnEvent.Recalled _,
          TurnEvent.Sourced _,
          TurnEvent.Cited _,
          TurnEvent.MessageSaved _,
          TurnEvent.Finished _ -> {
        // Whether they need bytes is for the face to say.
      }
    }
  }

  /// Says the events of a turn in the words of a face; it may leave out any of them.
  public interface EventWriter {
    void write(EventStream out, TurnEvent event);
  }
}
