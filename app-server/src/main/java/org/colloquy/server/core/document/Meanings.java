package org.colloquy.server.core.document;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.colloquy.model.AttachmentId;
import org.colloquy.model.ProblemException;
import org.colloquy.server.core.document.DocumentStore.FileToRead;
import org.colloquy.server.core.document.DocumentStore.KnownChunk;
import org.colloquy.server.core.document.DocumentStore.PageText;
import org.colloquy.server.core.embedding.TextEmbedder;
import org.colloquy.server.core.memory.Meaning;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Works out where the chunks of documents lie by their meaning, some at a time, after they can be
/// found by their words.
final class Meanings {
  private static final Logger LOG = LoggerFactory.getLogger(Meanings.class);
  private static final int AT_ONCE = 8;

  private final DocumentStore store;
  private final PassageIndex index;
  private final TextEmbedder embedder;

  Meanings(DocumentStore store, PassageIndex index, TextEmbedder embedder) {
    this.store = store;
    this.index = index;
    this.embedder = embedder;
  }

  /// Those of one file. What is missing when the thread is interrupted is worked out after the next
  /// start.
  void of(FileToRead file) {
    try {
      workOut(file.file());
    } catch (ProblemException e) {
      // It is found by its words, and there is no more to wait for.
      store.keep(file.file(), embedder.model(), Map.of(), pages(file.file()));
    } catch (RuntimeException e) {
      if (!Thread.currentThread().isInterrupted()) {
        LOG.warn("the meanings in file {} could not be worked out", file.file(), e);
      }
    }
  }

  private void workOut(AttachmentId file) {
    var texts =
        store.texts(file).stream().collect(Collectors.toMap(PageText::number, PageText::text));
    var known = store.chunks(file, embedder.model());
    var left = new ArrayList<>(known.stream().filter(one -> one.meaning().isEmpty()).toList());
    while (!left.isEmpty() && !Thread.currentThread().isInterrupted()) {
      var some = left.subList(0, Math.min(left.size(), AT_ONCE));
      var found = meanings(some, texts);
      some.clear();
      store.keep(file, embedder.model(), found, texts.size() - pages(left));
      index.update(file, entries(found, texts));
      if (store.find(file).isEmpty()) {
        index.remove(file); // removed meanwhile
        return;
      }
    }
    if (left.isEmpty()) {
      store.keep(file, embedder.model(), Map.of(), texts.size());
    }
  }

  private Map<Chunk, Meaning> meanings(List<KnownChunk> chunks, Map<Integer, String> texts) {
    var words = chunks.stream().map(one -> words(one.chunk(), texts)).toList();
    var vectors = embedder.embed(words);
    var found = new LinkedHashMap<Chunk, Meaning>();
    for (int i = 0; i < vectors.size(); i++) {
      found.put(chunks.get(i).chunk(), Meaning.of(vectors.get(i)));
    }
    return found;
  }

  private static List<PassageIndex.Entry> entries(
      Map<Chunk, Meaning> found, Map<Integer, String> texts) {
    return found.entrySet().stream()
        .map(one ->
            new PassageIndex.Entry(
                one.getKey(), words(one.getKey(), texts), Optional.of(one.getValue())))
        .toList();
  }

  private static String words(Chunk chunk, Map<Integer, String> texts) {
    return chunk.of(texts.getOrDefault(chunk.page(), ""));
  }

  /// How many pages have any of these.
  private static int pages(List<KnownChunk> chunks) {
    var pages = new HashSet<Integer>();
    chunks.forEach(one -> pages.add(one.chunk().page()));
    return pages.size();
  }

  private int pages(AttachmentId file) {
    return store.find(file).map(Reading::pages).orElse(0);
  }
}
