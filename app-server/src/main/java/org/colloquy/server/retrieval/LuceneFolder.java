package org.colloquy.server.retrieval;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.lucene.analysis.Analyzer;
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
  private static final long LONGEST_CLOSING = 30;

  private final Path folder;
  private final String version;
  private final Analyzer analyzer;
  private final ExecutorService changes;
  private final AtomicBoolean tidying = new AtomicBoolean();
  private volatile @Nullable Opened opened;

  /// @param version of what is written into it, and how
  LuceneFolder(Path folder, String version, Analyzer analyzer) {
    this.folder = folder;
    this.version = version;
    this.analyzer = analyzer;
    this.changes =
        Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("index-" + folder.getFileName()).factory());
  }

  private record Opened(Directory directory, OpenIndex index) {}

  /// Changes what is found. It is on the disk after the next [#save] or [#close].
  void change(OpenIndex.Change change) {
    onThread(() -> {
      var index = opened();
      index.change(change);
      index.publish();
      return index;
    });
  }

  /// Makes all changes until now durable.
  void save() {
    onThread(() -> {
      var index = opened();
      save(index);
      return index;
    });
  }

  private void save(OpenIndex index) {
    index.save(Map.of(VERSION, version));
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
      index.purge();
      save(index);
      index.publish();
    } catch (IOException | RuntimeException e) {
      LOG.warn("what was removed is still in {}", folder, e);
    }
  }

  /// Finds something in all that was changed until now. Waits for nothing that is still being
  /// changed or tidied.
  <T> T search(OpenIndex.Search<T> search) {
    var now = opened;
    return (now == null ? onThread(this::opened) : now.index()).search(search);
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
    var now = opened;
    if (now != null) {
      try (var _ = now.directory();
          var index = now.index()) {
        save(index);
      } catch (IOException | RuntimeException e) {
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

  private OpenIndex opened() throws IOException {
    var now = opened;
    if (now == null) {
      Files.createDirectories(folder);
      var directory = FSDirectory.open(folder);
      now = new Opened(directory, open(directory));
      opened = now;
    }
    return now.index();
  }

  private OpenIndex open(Directory directory) throws IOException {
    try {
      var index = OpenIndex.of(directory, analyzer);
      if (version.equals(index.words().get(VERSION)) || index.isEmpty()) {
        return index;
      }
      index.close();
    } catch (IOException | RuntimeException e) {
      LOG.warn("{} is damaged and will be made anew", folder, e);
    }
    return OpenIndex.anew(directory, analyzer);
  }
}
