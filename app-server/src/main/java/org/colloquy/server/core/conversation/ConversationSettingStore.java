package org.colloquy.server.core.conversation;

import org.colloquy.model.ConversationId;

/// Keeps how models answer in conversations; it goes with the conversation.
public interface ConversationSettingStore {
  /// That of a conversation; [ConversationSetting#NONE] when nothing was set.
  ConversationSetting of(ConversationId conversation);

  /// Sets it for a conversation that is there.
  void put(ConversationId conversation, ConversationSetting setting);
}
