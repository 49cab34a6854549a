package org.colloquy.server.core.turn;

import java.util.List;
import org.colloquy.model.Conversation;
import org.colloquy.model.MessageId;
import org.colloquy.server.core.conversation.NewMessage;

/// A question that is ready to be put to a model.
///
/// @param conversation as it was before the question
/// @param toStore what is saved before anything is announced; the last one is the growing answer
record Asked(Conversation conversation, Prompt prompt, List<NewMessage> toStore) {
  Asked {
    toStore = List.copyOf(toStore);
  }

  MessageId answer() {
    return toStore.getLast().id();
  }
}
