package org.colloquy.server.llm.wire;

import java.util.Optional;
import org.colloquy.server.core.turn.Prompt;
import org.colloquy.server.llm.http.HttpCall;

/// A language that providers speak: how a prompt is written in it, and how an answer is read.
///
/// One that remembers something remembers it for one turn.
public interface Language {
  /// How the pieces of a streamed answer are told apart.
  enum Framing {
    /// Server-sent events.
    EVENTS,
    /// One JSON object in each line.
    LINES
  }

  Framing framing();

  /// The request that asks for a streamed answer.
  HttpCall request(Prompt prompt, Endpoint endpoint);

  /// Reads one answer.
  AnswerReader reader(GrowingReply reply);

  /// The same language without a wish that this refusal says the server does not know; empty when
  /// there is none to leave out.
  default Optional<Language> without(String refusal) {
    return Optional.empty();
  }
}
