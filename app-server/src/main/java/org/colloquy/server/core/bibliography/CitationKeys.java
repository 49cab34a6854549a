package org.colloquy.server.core.bibliography;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/// Gives references the keys by which people cite them: author, year, first word of the title.
final class CitationKeys {
  private static final Set<String> SMALL_WORDS =
      Set.of("a", "an", "the", "on", "of", "in", "der", "die", "das", "ein", "eine", "le", "la");
  private static final int LETTERS = 26;

  private CitationKeys() {}

  /// The same references, each with a key that no other has. Keys that they have are kept.
  static List<Reference> distinct(List<Reference> references) {
    var taken = new HashSet<String>();
    var keyed = new ArrayList<Reference>();
    for (var reference : references) {
      var wanted = reference.key().isEmpty() ? made(reference) : reference.key();
      var key = wanted;
      for (int i = 0; !taken.add(key.toLowerCase(Locale.ROOT)); i++) {
        key = wanted + suffix(i);
      }
      keyed.add(reference.withKey(key));
    }
    return List.copyOf(keyed);
  }

  /// a, b, ... z, aa, ab ...
  private static String suffix(int number) {
    var last = String.valueOf((char) ('a' + number % LETTERS));
    return number < LETTERS ? last : suffix(number / LETTERS - 1) + last;
  }

  private static String made(Reference reference) {
    var author =
        reference.authors().isEmpty() ? "" : plain(reference.authors().getFirst().family());
    var word =
        Stream.of(reference.title().split("[\\s\\p{Punct}]+", -1))
            .map(CitationKeys::plain)
            .filter(one -> !one.isEmpty() && !SMALL_WORDS.contains(one))
            .findFirst()
            .orElse("");
    var key = author + reference.year().replaceAll("\\D", "") + word;
    return key.isEmpty() ? "file" : key;
  }

  /// Its letters and digits as every program takes them.
  private static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFD)
        .toLowerCase(Locale.ROOT)
        .replace("\u00DF", "ss")
        .replaceAll("[^a-z0-9]", "");
  }
}
