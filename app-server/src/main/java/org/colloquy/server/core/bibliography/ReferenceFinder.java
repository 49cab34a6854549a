package org.colloquy.server.core.bibliography;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.colloquy.server.core.bibliography.Reference.Author;
import org.colloquy.server.core.document.DocumentText;

/// Finds out what a document is by what it says of itself and by what stands on its first pages.
final class ReferenceFinder {
  private static final int FIRST_PAGES = 3;
  private static final int MOST_TEXT = 20_000;
  private static final int LONGEST_TITLE = 1_000;

  private ReferenceFinder() {}

  static Reference find(DocumentText document) {
    var facts = document.facts();
    var beginning =
        document.pages().stream()
            .limit(FIRST_PAGES)
            .map(DocumentText.Page::text)
            .collect(Collectors.joining("\n"));
    var text = beginning.substring(0, Math.min(beginning.length(), MOST_TEXT));
    var doi = Identifiers.doi(facts.getOrDefault("doi", "")).or(() -> ofItself(text));
    var title = facts.getOrDefault("title", "").strip();
    return new Reference(
        "",
        "",
        title.substring(0, Math.min(title.length(), LONGEST_TITLE)),
        authors(facts.getOrDefault("author", "")),
        "",
        "",
        "",
        "",
        "",
        "",
        doi.orElse(""),
        Identifiers.isbn(text).orElse(""),
        Identifiers.arxiv(text).orElse(""),
        "");
  }

  /// A DOI below the heading of a list of references is somebody else's.
  private static Optional<String> ofItself(String text) {
    var lower = text.toLowerCase(Locale.ROOT);
    int list =
        Stream.of("\nreferences\n", "\nbibliography\n", "\nliteratur\n")
            .mapToInt(lower::indexOf)
            .filter(at -> at >= 0)
            .min()
            .orElse(text.length());
    return Identifiers.doi(text.substring(0, list));
  }

  /// Names as programs write them into files: apart by semicolons or by the word "and".
  static List<Author> authors(String said) {
    return Stream.of(said.split(";|\\band\\b|&", -1))
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .map(ReferenceFinder::author)
        .toList();
  }

  private static Author author(String name) {
    int comma = name.indexOf(',');
    if (comma > 0) {
      return new Author(name.substring(0, comma).strip(), name.substring(comma + 1).strip());
    }
    int last = name.lastIndexOf(' ');
    return last < 0
        ? new Author(name, "")
        : new Author(name.substring(last + 1), name.substring(0, last).strip());
  }
}
