package org.colloquy.server.llm.local;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.colloquy.server.core.embedding.TextEmbedder;
import org.colloquy.server.core.memory.Meaning;
import org.colloquy.server.retrieval.WordIndex;

/// Chooses the passages that fit a question: by words, and by meaning where that can be told
/// without waiting.
final class BestPassages {
  private static final int MOST = 3;
  private static final int CANDIDATES = 16;

  /// A passage with less than this share of the best one's score is about something else.
  private static final float WORTH_QUOTING = 0.45f;

  /// What is as alike as this fits, with words in common or without.
  private static final double ALIKE = 0.42;

  /// What shares words and is less alike than this is about something else.
  private static final double UNLIKE = 0.1;

  private final TextEmbedder embedder;

  BestPassages(TextEmbedder embedder) {
    this.embedder = embedder;
  }

  /// The passages that fit the question, best first, each text once.
  List<Passage> of(List<Passage> corpus, String question) {
    var texts = corpus.stream().map(Passage::text).toList();
    var index = new WordIndex(texts);
    var sharing = sharing(index, corpus, question);
    if (corpus.isEmpty() || !embedder.isReady()) {
      return sharing.values().stream().limit(MOST).toList();
    }
    var candidates = new LinkedHashMap<>(sharing);
    index
        .resembling(question, CANDIDATES)
        .forEach(hit -> candidates.putIfAbsent(texts.get(hit.place()), corpus.get(hit.place())));
    // What was given for this turn is short, and may say it in other words.
    corpus.stream()
        .filter(passage -> !(passage.source() instanceof Passage.Said))
        .limit(CANDIDATES)
        .forEach(passage -> candidates.putIfAbsent(passage.text(), passage));
    return byMeaning(new ArrayList<>(candidates.values()), sharing, question);
  }

  private List<Passage> byMeaning(
      List<Passage> candidates, Map<String, Passage> sharing, String question) {
    var texts = new ArrayList<String>();
    texts.add(question);
    candidates.forEach(passage -> texts.add(passage.quotable()));
    var meanings = embedder.embed(texts).stream().map(Meaning::of).toList();
    var likeness = new HashMap<Passage, Double>();
    for (int i = 0; i < candidates.size(); i++) {
      likeness.put(candidates.get(i), meanings.getFirst().likeness(meanings.get(i + 1)));
    }
    return candidates.stream()
        .filter(passage ->
            likeness.getOrDefault(passage, 0.0)
                >= (sharing.containsKey(passage.text()) ? UNLIKE : ALIKE))
        .sorted(Comparator.<Passage, Double>comparing(likeness::get).reversed())
        .limit(MOST)
        .toList();
  }

  private static Map<String, Passage> sharing(
      WordIndex index, List<Passage> corpus, String question) {
    var hits = index.sharing(question, CANDIDATES);
    var best = new LinkedHashMap<String, Passage>();
    for (var hit : hits) {
      if (hit.score() >= hits.getFirst().score() * WORTH_QUOTING) {
        best.putIfAbsent(corpus.get(hit.place()).text(), corpus.get(hit.place()));
      }
    }
    return best;
  }
}
