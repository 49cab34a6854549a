package org.colloquy.server.retrieval.search;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Looks for words by reading the whole text: slow, and simple enough to be right.
final class EveryText {
  private EveryText() {}

  static boolean fulfils(String text, List<Clause> clauses) {
    Map<Integer, Set<String>> words = new HashMap<>();
    for (var token : Tokens.of(text)) {
      words.computeIfAbsent(token.place(), _ -> new HashSet<>()).add(token.word());
    }
    return clauses.stream()
        .allMatch(clause -> words.keySet().stream().anyMatch(at -> begins(clause, words, at)));
  }

  private static boolean begins(Clause clause, Map<Integer, Set<String>> words, int place) {
    return clause.words().stream()
        .allMatch(word ->
            words.getOrDefault(place + word.offset(), Set.of()).stream()
                .anyMatch(found -> clause.fits(word, found)));
  }
}
