package org.colloquy.server.core.turn;

/// Hears a model's words the moment they arrive, on the thread that asked.
public interface ReplyListener {
  /// The model said more; never empty, whole characters only.
  void text(String text);

  /// The model thought more; never empty, whole characters only.
  void reasoning(String text);

  /// Something the person should know while no words come, as one sentence.
  default void noted(String sentence) {}
}
