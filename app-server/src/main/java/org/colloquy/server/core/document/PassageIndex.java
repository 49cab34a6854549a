package org.colloquy.server.core.document;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.colloquy.model.AttachmentId;
import org.colloquy.server.core.memory.Meaning;

/// Finds chunks of documents by words and by meaning. What it holds can be made again from a
/// [DocumentStore].
public interface PassageIndex {
  /// Takes the chunks of a file in, instead of those it had.
  void put(AttachmentId file, List<Entry> entries);

  /// Takes some chunks of a file in, instead of what was known of them.
  void update(AttachmentId file, List<Entry> entries);

  /// Forgets a file; its words are gone from the disk soon.
  void remove(AttachmentId file);

  /// The files of which it has anything.
  Set<AttachmentId> files();

  /// Whether it has so many chunks of a file, and the meanings of so many.
  boolean has(AttachmentId file, int chunks, int meanings);

  /// The chunks of these files that have any word of a question, best first.
  List<Hit> byWords(String question, Collection<AttachmentId> files, int most);

  /// The chunks of these files that are most alike, best first.
  List<Hit> byMeaning(Meaning meaning, Collection<AttachmentId> files, int most);

  /// A chunk and its words; without a meaning while that was not worked out.
  record Entry(Chunk chunk, String text, Optional<Meaning> meaning) {}

  /// A chunk that was found.
  ///
  /// @param chunk its number in the document
  record Hit(AttachmentId file, int chunk) {}
}
