package org.colloquy.server.retrieval;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// An index in a folder. It holds nothing that is not elsewhere too: one that is damaged, or was
/// made in another way than this program makes it, is thrown away and begun anew. It is opened when
/// it is needed for the first time.
///
/// A thread of its own opens and changes it, because an interrupt in the middle of that would close
/// it for everybody.
final class LuceneFolder implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LuceneFolder.class);

  private static final String VERSION = "version";
  private static final double BUFFER_MEGABYTES = 16;
  private static final long LONGEST_CLOSING = 30;

  private final Path folder;
  private final String version;
  private final Analyzer analyzer;
  private final ExecutorService changes;
  private final AtomicBoolean tidying = new AtomicBoolean();
  private @Nullable Opened opened;

  /// @param version of what is written into it, and how
  LuceneFolder(Path folder, String version, Analyzer analyzer) {
    this.folder = folder;
    this.version = version;
    this.analyzer = analyzer;
    this.changes =
        Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("index-" + folder.getFileName()).factory());
  }

  private record Opened(Directory directory, IndexWriter writer, SearcherManager searchers) {}

  /// Something to do with what can be changed.
  interface Change {
    void in(IndexWriter writer) throws IOException;
  }

  /// Something to find.
  interface Search<T> {
    T in(IndexSearcher searcher) throws IOException;
  }

  /// Changes what is found. It is on the disk after the next [#save] or [#close].
  void change(Change change) {
    onThread(() -> {
      var index = opened();
      change.in(index.writer());
      return index.searchers().maybeRefresh();
    });
  }

  /// Makes all changes until now durable.
  void save() {
    onThread(() -> opened().writer().commit());
  }

  /// Takes what was removed off the disk, in a while.
  void tidy() {
    if (tidying.compareAndSet(false, true)) {
      changes.execute(this::tidyNow);
    }
  }

  private void tidyNow() {
    tidying.set(false);
    try {
      var index = opened();
      index.writer().forceMergeDeletes();
      index.writer().commit();
      index.searchers().maybeRefresh();
    } catch (IOException | RuntimeException e) {
      LOG.warn("what was removed is still in {}", folder, e);
    }
  }

  /// Finds something in all that was changed until now.
  <T> T search(Search<T> search) {
    var searchers = onThread(() -> opened().searchers());
    try {
      var searcher = searchers.acquire();
      try {
        return search.in(searcher);
      } finally {
        searchers.release(searcher);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Waits for the changes that were begun.
  @Override
  public void close() {
    if (changes.isShutdown()) {
      return;
    }
    changes.execute(this::closeNow);
    changes.shutdown();
    try {
      if (!changes.awaitTermination(LONGEST_CLOSING, TimeUnit.SECONDS)) {
        LOG.warn("{} is still being written", folder);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void closeNow() {
    var index = opened;
    if (index != null) {
      try (var _ = index.directory();
          var _ = index.writer();
          var _ = index.searchers()) {
        opened = null;
      } catch (IOException e) {
        LOG.warn("{} was not closed well", folder, e);
      }
    }
  }

  /// What a task returns; interrupts wait until then.
  private <T> T onThread(Callable<T> task) {
    var asked = changes.submit(task);
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return result(asked);
        } catch (InterruptedException _) {
          interrupted = true;
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static <T> T result(Future<T> asked) throws InterruptedException {
    try {
      return asked.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException cause) {
        throw new UncheckedIOException(cause);
      }
      throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
    }
  }

  private Opened opened() throws IOException {
    var index = opened;
    if (index == null) {
      if (!isSound()) {
        empty();
      }
      index = open();
      opened = index;
    }
    return index;
  }

  private boolean isSound() throws IOException {
    if (!Files.isDirectory(folder)) {
      return true;
    }
    try (var directory = FSDirectory.open(folder)) {
      return !DirectoryReader.indexExists(directory) || isSound(directory);
    } catch (IOException | RuntimeException e) {
      LOG.warn("{} is damaged and will be made anew", folder, e);
      return false;
    }
  }

  private boolean isSound(Directory directory) throws IOException {
    var found = SegmentInfos.readLatestCommit(directory).getUserData().get(VERSION);
    if (!version.equals(found)) {
      return false;
    }
    try (var reader = DirectoryReader.open(directory)) {
      for (var leaf : reader.leaves()) {
        leaf.reader().checkIntegrity();
      }
    }
    return true;
  }

  private void empty() throws IOException {
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }

  private Opened open() throws IOException {
    Files.createDirectories(folder);
    var directory = FSDirectory.open(folder);
    var merging = new TieredMergePolicy().setForceMergeDeletesPctAllowed(0);
    var writer =
        new IndexWriter(
            directory,
            new IndexWriterConfig(analyzer)
                .setRAMBufferSizeMB(BUFFER_MEGABYTES)
                .setMergePolicy(merging));
    writer.setLiveCommitData(Map.of(VERSION, version).entrySet());
    return new Opened(directory, writer, new SearcherManager(writer, null));
  }
}
