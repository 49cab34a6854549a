package org.colloquy.server.core.memory;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.colloquy.model.Memory;
import org.colloquy.model.MemoryId;
import org.jspecify.annotations.Nullable;

/// An account's memories, ready to be found by words and by meaning.
///
/// @param changes of the account's memories until now
/// @param meanings as far as they are known; more may be added
/// @param begun whether the others are being worked out
record Recollection(
    long changes,
    List<Memory> newestFirst,
    MemoryRanking.Index words,
    ConcurrentHashMap<MemoryId, Meaning> meanings,
    AtomicBoolean begun) {
  /// Beyond this rank a memory does not fit.
  private static final int LOOKED_AT = 100;

  /// How much of an advantage the first ranks have: the usual constant of reciprocal rank fusion.
  private static final int RANK_OFFSET = 60;

  /// What is less alike has nothing to do with a query.
  private static final double SOMEWHAT_ALIKE = 0.2;

  /// What is as alike as this fits a question, with words in common or without.
  private static final double ALIKE = 0.42;

  /// What shares words with a question and is as alike as this fits it.
  private static final double ALIKE_WITH_WORDS = 0.25;

  /// The memories that fit a query best by words and meaning, best first.
  ///
  /// @param meaning of the query; null when it is not known
  /// @param which may be found
  List<Memory> best(String query, @Nullable Meaning meaning, Predicate<Memory> which, int most) {
    return joined(
            List.of(words.resembling(query, LOOKED_AT), alike(meaning, which, SOMEWHAT_ALIKE)))
        .stream()
        .filter(which)
        .limit(most)
        .toList();
  }

  /// The memories that surely fit a question, best first.
  List<Memory> fitting(
      String question, @Nullable Meaning meaning, Predicate<Memory> which, int most) {
    var sharing = words.sharing(question, LOOKED_AT);
    var alike = alike(meaning, which, ALIKE_WITH_WORDS);
    var shares = new HashSet<>(sharing);
    return joined(List.of(sharing, alike)).stream()
        .filter(which)
        .filter(memory -> fits(memory, meaning, shares.contains(memory)))
        .limit(most)
        .toList();
  }

  /// Without their meanings memories are known by their words alone.
  private boolean fits(Memory memory, @Nullable Meaning question, boolean sharesWords) {
    var meaning = meanings.get(memory.id());
    if (question == null || meaning == null) {
      return sharesWords;
    }
    return meaning.likeness(question) >= (sharesWords ? ALIKE_WITH_WORDS : ALIKE);
  }

  private List<Memory> alike(@Nullable Meaning query, Predicate<Memory> which, double least) {
    if (query == null) {
      return List.of();
    }
    return newestFirst.stream()
        .filter(which)
        .flatMap(memory -> {
          var meaning = meanings.get(memory.id());
          double likeness = meaning == null ? 0 : meaning.likeness(query);
          return likeness >= least ? Stream.of(Map.entry(memory, likeness)) : Stream.empty();
        })
        .sorted(Map.Entry.<Memory, Double>comparingByValue().reversed())
        .limit(LOOKED_AT)
        .map(Map.Entry::getKey)
        .toList();
  }

  /// By reciprocal ranks: what is far up in one ranking, or in both, is far up.
  private static List<Memory> joined(List<List<Memory>> rankings) {
    var scores = new HashMap<Memory, Double>();
    var first = new HashMap<Memory, Integer>();
    for (var ranking : rankings) {
      for (int rank = 0; rank < ranking.size(); rank++) {
        scores.merge(ranking.get(rank), 1.0 / (RANK_OFFSET + rank), Double::sum);
        first.putIfAbsent(ranking.get(rank), first.size());
      }
    }
    return scores.keySet().stream()
        .sorted(
            Comparator.<Memory, Double>comparing(scores::get).reversed().thenComparing(first::get))
        .toList();
  }
}
