package org.colloquy.server.core.memory;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.colloquy.model.AccountId;
import org.colloquy.model.Memory;
import org.colloquy.model.ProblemException;
import org.colloquy.server.core.embedding.TextEmbedder;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps the memories of a few accounts ready to be found, and works out their meanings in the
/// background.
public final class Recollections implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Recollections.class);

  private static final Pattern MY = Pattern.compile("\\b(?:[Mm]y|[Mm]ine)\\b");
  private static final Pattern ME = Pattern.compile("\\b(?:I|[Mm]e)\\b");

  private static final int MOST_ACCOUNTS = 16;
  private static final int AT_ONCE = 32;
  private static final long LONGEST_CLOSING = 10;

  private final MemoryStore store;
  private final MemoryRanking ranking;
  private final TextEmbedder embedder;
  private final Map<AccountId, Recollection> kept = new LinkedHashMap<>(16, 0.75f, true);
  private final ExecutorService meanings =
      Executors.newSingleThreadExecutor(Thread.ofVirtual().name("memories").factory());
  private volatile boolean closed;

  public Recollections(MemoryStore store, MemoryRanking ranking, TextEmbedder embedder) {
    this.store = store;
    this.ranking = ranking;
    this.embedder = embedder;
  }

  /// An account's memories as they are now.
  Recollection of(AccountId account) {
    long changes = store.changes(account);
    var known = kept(account);
    var current = known != null && known.changes() == changes ? known : read(account, changes);
    if (!current.newestFirst().isEmpty() && embedder.isReady()) {
      findMeanings(account, current);
    }
    return current;
  }

  /// The meaning of a text; null when it cannot be told, or not without waiting.
  @Nullable Meaning meaning(String text) {
    if (!embedder.isReady()) {
      return null;
    }
    try {
      return Meaning.of(embedder.embed(List.of(impersonal(text))).getFirst());
    } catch (ProblemException e) {
      LOG.warn("memories are recalled by their words for once", e);
      return null;
    }
  }

  /// A fact says "the user" where a question about it says "I", which the model takes for somebody
  /// else. So both are said in the third person. This knows English only, as the model does.
  private static String impersonal(String text) {
    return ME.matcher(MY.matcher(text).replaceAll("the user's")).replaceAll("the user");
  }

  /// Ends the work in the background.
  @Override
  public void close() {
    closed = true;
    meanings.shutdown();
    try {
      if (!meanings.awaitTermination(LONGEST_CLOSING, TimeUnit.SECONDS)) {
        LOG.warn("the meanings of memories are still being worked out");
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private Recollection read(AccountId account, long changes) {
    var newestFirst = store.of(account).reversed();
    var read =
        new Recollection(
            changes,
            newestFirst,
            ranking.index(newestFirst),
            new ConcurrentHashMap<>(store.meanings(account, embedder.model())),
            new AtomicBoolean());
    synchronized (kept) {
      kept.put(account, read);
      if (kept.size() > MOST_ACCOUNTS) {
        kept.remove(kept.keySet().iterator().next());
      }
    }
    return read;
  }

  private @Nullable Recollection kept(AccountId account) {
    synchronized (kept) {
      return kept.get(account);
    }
  }

  private void findMeanings(AccountId account, Recollection recollection) {
    var unknown =
        recollection.newestFirst().stream()
            .filter(memory -> !recollection.meanings().containsKey(memory.id()))
            .toList();
    if (!unknown.isEmpty() && !closed && recollection.begun().compareAndSet(false, true)) {
      meanings.execute(() -> findMeanings(account, recollection, unknown));
    }
  }

  private void findMeanings(AccountId account, Recollection recollection, List<Memory> unknown) {
    try {
      for (int i = 0; i < unknown.size() && !closed; i += AT_ONCE) {
        var some = unknown.subList(i, Math.min(unknown.size(), i + AT_ONCE));
        var vectors =
            embedder.embed(some.stream().map(memory -> impersonal(memory.text())).toList());
        var found =
            IntStream.range(0, some.size())
                .boxed()
                .collect(Collectors.toMap(some::get, one -> Meaning.of(vectors.get(one))));
        store.keep(account, embedder.model(), found);
        found.forEach((memory, meaning) -> recollection.meanings().put(memory.id(), meaning));
      }
    } catch (RuntimeException e) {
      LOG.warn("the meanings of memories could not be worked out", e);
    }
  }
}
