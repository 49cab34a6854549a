package org.colloquy.server.core.conversation;

import java.util.List;
import org.colloquy.model.Conversation;
import org.colloquy.model.Message;

/// All that a question is put among in its conversation, as it is at one moment.
///
/// @param messages all of the conversation, oldest first
/// @param hasFiles whether any file was added to it
/// @param hasTables whether any table was made of its files
public record Surroundings(
    Conversation conversation,
    ConversationSetting setting,
    List<Message> messages,
    boolean hasFiles,
    boolean hasTables) {
  public Surroundings {
    messages = List.copyOf(messages);
  }

  /// The same with the conversation as somebody sees it.
  public Surroundings in(Conversation seen) {
    return new Surroundings(seen, setting, messages, hasFiles, hasTables);
  }
}
