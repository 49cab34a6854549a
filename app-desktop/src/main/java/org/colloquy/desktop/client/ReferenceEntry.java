package org.colloquy.desktop.client;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/// What a file is as a publication.
///
/// @param origin whose words these are
/// @param words what is known
public record ReferenceEntry(
    UUID file, Origin origin, Map<ReferenceField, String> words, List<Author> authors) {
  /// Whose words tell what a file is.
  public enum Origin {
    /// Nobody's yet.
    NOBODY,
    FOUND,
    LISTED,
    LOOKED_UP,
    PERSON
  }

  /// Who wrote it.
  ///
  /// @param family the whole name of a group
  public record Author(String family, String given) {}

  public ReferenceEntry {
    words = Map.copyOf(words);
    authors = List.copyOf(authors);
  }

  /// Of a file of which nothing is known.
  public static ReferenceEntry unknown(UUID file) {
    return new ReferenceEntry(file, Origin.NOBODY, Map.of(), List.of());
  }

  /// Empty when that is not known.
  public String word(ReferenceField field) {
    return words.getOrDefault(field, "");
  }
}
