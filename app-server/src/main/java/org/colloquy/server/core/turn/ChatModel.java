package org.colloquy.server.core.turn;

/// One model that can be asked.
public interface ChatModel {
  /// Streams one reply; returns when the model is done.
  ///
  /// The caller's exceptions from the listener fly through unchanged and end the reply.
  ///
  /// @param cancellation when cancelled, the provider's connection is closed at once and this
  ///   method throws; the exception does not matter
  /// @throws org.colloquy.model.ProblemException Upstream when the provider fails; what was passed
  ///   on by then was said
  Reply stream(Prompt prompt, ReplyListener listener, Cancellation cancellation);
}
