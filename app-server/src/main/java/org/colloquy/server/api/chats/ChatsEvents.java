package org.colloquy.server.api.chats;

import org.colloquy.model.Problem;
import org.colloquy.model.TurnEvent;
import org.colloquy.server.core.Sentences;
import org.colloquy.server.core.turn.TurnSink;
import org.colloquy.server.http.EventStream;
import org.colloquy.server.http.SseSink;

/// A turn in the events of this API: what is said, piece by piece, then `done` with the id of the
/// stored answer, or `error` with a sentence. The last one has an id, by which a reader is known
/// that comes back although it heard the end.
final class ChatsEvents implements SseSink.EventWriter {
  static final String END = "end";

  private String answer = "";

  @Override
  public void write(EventStream out, TurnEvent event) {
    switch (event) {
      case TurnEvent.TextDelta(var text) -> out.data(text);
      case TurnEvent.Noted(var sentence) -> out.data(sentence + "\n");
      case TurnEvent.MessageSaved(var message) -> answer = message.id().toString();
      case TurnEvent.Finished _ -> done(out, answer);
      case TurnEvent.Failed(var problem) -> error(out, problem);
      case TurnEvent.Cancelled _ -> error(out, TurnSink.STOPPED);
      case TurnEvent.ReasoningDelta _,
          TurnEvent.ToolCalled _,
          TurnEvent.ApprovalWanted _,
          TurnEvent.ApprovalGiven _,
          TurnEvent.Recalled _,
          TurnEvent.Sourced _,
          TurnEvent.Cited _,
          TurnEvent.ToolReturned _ -> {
        // This API shows the answer only.
      }
    }
  }

  static void done(EventStream out, String answer) {
    out.event("done", END, answer);
  }

  private static void error(EventStream out, Problem problem) {
    out.event("error", END, Sentences.of(problem));
  }
}
