package org.colloquy.server.http;

import java.nio.charset.StandardCharsets;
import org.colloquy.model.ProblemException;
import org.colloquy.model.TurnEvent;
import org.colloquy.server.core.turn.TurnSink;

/// Says the words of an answer and nothing else. The end of the body is the end of the answer; an
/// answer that broke off is a body that is cut off, or a status if nothing was said.
public final class PlainTextSink implements TurnSink {
  private final ReplyStream stream;

  public PlainTextSink(ReplyStream stream) {
    this.stream = stream;
  }

  @Override
  public void accept(TurnEvent event) {
    switch (event) {
      case TurnEvent.TextDelta(var text) -> {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        stream.write(bytes, bytes.length);
      }
      case TurnEvent.Finished _ -> stream.end();
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
        // Only words can be said in this form.
      }
    }
  }
}
