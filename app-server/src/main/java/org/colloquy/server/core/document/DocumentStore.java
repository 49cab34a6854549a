package org.colloquy.server.core.document;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.colloquy.model.AccountId;
import org.colloquy.model.AttachmentId;
import org.colloquy.model.ConversationId;
import org.colloquy.server.core.memory.Meaning;

/// Keeps the texts of files, page by page. Everything goes with the file.
public interface DocumentStore {
  /// Notes that a file is being read, or that nothing stands in it, or why it was not read; what
  /// was read of it before is gone.
  ///
  /// @return false when the file is gone
  boolean put(AttachmentId file, Reading reading);

  /// Keeps what stands in a file that is being read.
  ///
  /// @return false when the file is gone
  boolean keep(AttachmentId file, List<DocumentText.Page> pages, List<Chunk> chunks, String hint);

  /// Notes that a file that was kept is found by its words.
  void ready(AttachmentId file);

  /// Keeps where chunks of a file lie by their meaning, as a model of this name sees it.
  ///
  /// @param indexed how many pages are found by their meaning now
  void keep(AttachmentId file, String model, Map<Chunk, Meaning> meanings, int indexed);

  /// Files that are kept here and were not read to the end, oldest first.
  List<FileToRead> unread();

  /// All files that can be found.
  List<FileToRead> ready();

  /// How far the files of one of the owner's conversations are read, trash left out; those that
  /// were not begun are left out.
  Map<AttachmentId, Reading> of(AccountId owner, ConversationId conversation);

  /// How far a file is read; empty when that was not begun.
  Optional<Reading> find(AttachmentId file);

  /// A page of one of the owner's files, trash left out.
  Optional<DocumentText.Page> page(AccountId owner, AttachmentId file, int number);

  /// The words of a file's pages, by their numbers.
  List<PageText> texts(AttachmentId file);

  /// The chunks of a file, and their meanings as far as a model of this name knows them.
  List<KnownChunk> chunks(AttachmentId file, String model);

  /// How much of a file there is to be found.
  Extent extent(AttachmentId file, String model);

  /// A chunk of a file, with its words.
  Optional<PlacedChunk> chunk(AttachmentId file, int number);

  /// Files of an account that are kept here, newest first; trash left out.
  List<LibraryFile> library(AccountId owner, LibraryQuery query);

  /// The files of a conversation that can be found, oldest first.
  List<ReadableFile> readable(ConversationId conversation);

  /// A file that is to be worked on.
  record FileToRead(AccountId owner, AttachmentId file, String name, String mediaType) {}

  /// A file that can be found.
  record ReadableFile(AttachmentId file, ConversationId conversation, String name) {}

  /// How many chunks a file has, and of how many of them the meanings are known.
  record Extent(int chunks, int meanings) {}

  /// The words of a page.
  record PageText(int number, String label, String text) {}

  /// A chunk, what is printed on its page, and its words.
  record PlacedChunk(Chunk chunk, String label, String text) {}

  /// A chunk, and where it lies; without a meaning while that was not worked out.
  record KnownChunk(Chunk chunk, Optional<Meaning> meaning) {}
}
