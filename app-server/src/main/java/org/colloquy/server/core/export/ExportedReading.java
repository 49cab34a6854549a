package org.colloquy.server.core.export;

import java.util.List;
import java.util.function.Consumer;
import org.colloquy.model.Conversation;
import org.colloquy.model.Message;
import org.colloquy.model.Role;
import org.colloquy.server.core.citation.AnswerSources;
import org.colloquy.server.core.citation.CitationStore;

/// Hands conversations to somebody who reads them, a few messages at a time.
record ExportedReading(ExportStore store, CitationStore citations) {
  /// Hands one from its beginning to its end.
  void hand(Conversation conversation, Branches branches, ConversationTaker taker) {
    taker.reading(conversation);
    Consumer<Message> each = message -> taker.said(message, sources(message));
    switch (branches) {
      case SHOWN -> new ExportedBranch(store, conversation).each(each);
      case ALL -> ExportedBranch.all(store, conversation.id(), each);
    }
    taker.read();
  }

  private AnswerSources sources(Message message) {
    return message.role() == Role.ASSISTANT
        ? citations.of(message.id())
        : new AnswerSources(message.id(), List.of(), List.of());
  }
}
