package org.colloquy.server.core.bibliography;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Finds the reference that means a document among those that were listed.
final class Matching {
  private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final int SHORTEST_TITLE = 10;

  private Matching() {}

  /// By its names first, then by its title.
  static Optional<Reference> of(Reference document, List<Reference> listed) {
    return listed.stream()
        .filter(one ->
            same(one.doi(), document.doi())
                || same(one.arxiv(), document.arxiv())
                || same(one.isbn(), document.isbn()))
        .findFirst()
        .or(() -> listed.stream().filter(one -> sameTitle(one, document)).findFirst());
  }

  private static boolean same(String one, String other) {
    return !one.isEmpty() && one.equalsIgnoreCase(other);
  }

  /// Two that have different DOIs are not the same, whatever they are called.
  private static boolean sameTitle(Reference one, Reference other) {
    boolean differ =
        !one.doi().isEmpty() && !other.doi().isEmpty() && !same(one.doi(), other.doi());
    var title = letters(one.title());
    return !differ && title.length() >= SHORTEST_TITLE && title.equals(letters(other.title()));
  }

  private static String letters(String title) {
    return NO_LETTER.matcher(title.toLowerCase(Locale.ROOT)).replaceAll("");
  }
}
