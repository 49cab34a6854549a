package org.colloquy.server.core.document;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.colloquy.model.AttachmentId;
import org.colloquy.model.ProblemException;
import org.colloquy.server.core.document.DocumentStore.ReadableFile;
import org.colloquy.server.core.document.PassageIndex.Hit;
import org.colloquy.server.core.embedding.TextEmbedder;
import org.colloquy.server.core.memory.Meaning;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Finds passages of documents that fit a question, by words and meaning.
public final class Passages {
  private static final Logger LOG = LoggerFactory.getLogger(Passages.class);

  /// Beyond this rank a passage does not fit.
  private static final int LOOKED_AT = 50;

  /// How much of an advantage the first ranks have: the usual constant of reciprocal rank fusion.
  private static final int RANK_OFFSET = 60;

  /// When fewer are found, the question may be about the documents as a whole: then they begin.
  private static final int FEW = 3;

  private static final int LONGEST_QUESTION = 2_000;

  private final DocumentStore store;
  private final PassageIndex index;
  private final TextEmbedder embedder;

  public Passages(DocumentStore store, PassageIndex index, TextEmbedder embedder) {
    this.store = store;
    this.index = index;
    this.embedder = embedder;
  }

  /// A passage that was found.
  public record Passage(ReadableFile file, Chunk chunk, String label, String text) {}

  /// The passages of these files that fit a question best, best first.
  public List<Passage> fitting(String question, List<ReadableFile> files, int most) {
    var asked = question.substring(0, Math.min(question.length(), LONGEST_QUESTION));
    var ids = files.stream().map(ReadableFile::file).toList();
    var rankings = new ArrayList<List<Hit>>();
    rankings.add(index.byWords(asked, ids, LOOKED_AT));
    meaning(asked, ids)
        .ifPresent(meaning -> rankings.add(index.byMeaning(meaning, ids, LOOKED_AT)));
    var best = joined(rankings);
    if (best.size() < FEW) {
      files.forEach(file -> {
        for (int chunk = 0; chunk < FEW; chunk++) {
          best.add(new Hit(file.file(), chunk));
        }
      });
    }
    return read(best, files, most);
  }

  private Optional<Meaning> meaning(String text, Collection<AttachmentId> files) {
    if (files.isEmpty() || text.isBlank() || !embedder.isReady()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Meaning.of(embedder.embed(List.of(text)).getFirst()));
    } catch (ProblemException e) {
      LOG.warn("passages are found by their words for once", e);
      return Optional.empty();
    }
  }

  /// What is gone meanwhile is left out.
  private List<Passage> read(List<Hit> hits, List<ReadableFile> files, int most) {
    Map<AttachmentId, ReadableFile> byId =
        files.stream().collect(Collectors.toMap(ReadableFile::file, file -> file, (a, _) -> a));
    var passages = new ArrayList<Passage>();
    for (var hit : hits.stream().distinct().toList()) {
      var file = byId.get(hit.file());
      if (file != null && passages.size() < most) {
        store
            .chunk(hit.file(), hit.chunk())
            .ifPresent(placed ->
                passages.add(new Passage(file, placed.chunk(), placed.label(), placed.text())));
      }
    }
    return passages;
  }

  /// By reciprocal ranks: what is far up in one ranking, or in both, is far up.
  private static List<Hit> joined(List<List<Hit>> rankings) {
    var scores = new LinkedHashMap<Hit, Double>();
    for (var ranking : rankings) {
      for (int rank = 0; rank < ranking.size(); rank++) {
        scores.merge(ranking.get(rank), 1.0 / (RANK_OFFSET + rank), Double::sum);
      }
    }
    return scores.entrySet().stream()
        .sorted(Map.Entry.<Hit, Double>comparingByValue().reversed())
        .map(Map.Entry::getKey)
        .collect(Collectors.toCollection(ArrayList::new));
  }
}
