package org.colloquy.server.core.conversation;

import org.colloquy.model.ConversationId;

/// Remembers which conversations have words of strangers in them: of pages, files, or what tools
/// brought from outside. Such words may try to command a model, also by what it said about them.
public interface StrangersWords {
  /// There are some in this conversation from now on, whatever becomes of it.
  void cameInto(ConversationId conversation);

  /// Whether there are some in it.
  boolean in(ConversationId conversation);
}
