package org.colloquy.desktop.client;

import org.colloquy.model.ConversationId;
import org.colloquy.model.MessageId;

/// What references belong to.
public sealed interface ReferencePlace {
  /// The conversation that it is, or is in.
  ConversationId conversation();

  /// All files of a conversation.
  record All(ConversationId conversation) implements ReferencePlace {}

  /// The files that an answer cites.
  record Cited(ConversationId conversation, MessageId answer) implements ReferencePlace {}
}
