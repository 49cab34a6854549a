package org.colloquy.server.core.citation;

import java.util.List;
import java.util.function.Supplier;
import org.colloquy.model.AttachmentId;
import org.colloquy.server.core.document.DocumentStore.PageText;
import org.jspecify.annotations.Nullable;

/// Where quotations are looked up: the documents of a conversation and of the agent that answers.
///
/// @param books in the order in which they are looked through
record Library(List<Book> books) {
  Library {
    books = List.copyOf(books);
  }

  /// A document.
  ///
  /// @param file null for a document of an agent
  /// @param pages read when they are needed
  record Book(@Nullable AttachmentId file, String name, Supplier<List<PageText>> pages) {}
}
