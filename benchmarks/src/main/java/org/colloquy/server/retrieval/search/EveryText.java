package org.colloquy.server.retrieval.search;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Looks for words by reading whole texts, with nothing of the index but the way in which texts are
/// cut into words. It is in the index's package, because nobody else can do that.
public final class EveryText {
  private final List<Clause> clauses;

  public EveryText(String typed) {
    clauses = Clauses.of(typed);
  }

  /// A text as it is read for many searches.
  public record Read(Map<Integer, Set<String>> places, Set<String> words) {
    public static Read of(String text) {
      Map<Integer, Set<String>> places = new HashMap<>();
      Set<String> words = new HashSet<>();
      for (Token token : Tokens.of(text)) {
        places.computeIfAbsent(token.place(), place -> new HashSet<>()).add(token.word());
        words.add(token.word());
      }
      return new Read(places, words);
    }
  }

  public boolean isIn(Read text) {
    return !clauses.isEmpty() && clauses.stream().allMatch(clause -> isIn(clause, text));
  }

  private static boolean isIn(Clause clause, Read text) {
    Clause.Word only = clause.last();
    if (clause.words().size() == 1) {
      return text.words.stream().anyMatch(found -> clause.fits(only, found));
    }
    return text.places.keySet().stream().anyMatch(place -> begins(clause, text, place));
  }

  private static boolean begins(Clause clause, Read text, int place) {
    return clause.words().stream()
        .allMatch(word ->
            text.places.getOrDefault(place + word.offset(), Set.of()).stream()
                .anyMatch(found -> clause.fits(word, found)));
  }
}
