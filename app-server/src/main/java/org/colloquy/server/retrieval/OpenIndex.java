package org.colloquy.server.retrieval;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.CodecReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.Directory;

/// An index of Lucene that is open. One thread changes it, any number look into it.
public final class OpenIndex implements AutoCloseable {
  private static final double BUFFER_MEGABYTES = 16;

  private final IndexWriter writer;
  private final SearcherManager searchers;

  private OpenIndex(IndexWriter writer, SearcherManager searchers) {
    this.writer = writer;
    this.searchers = searchers;
  }

  /// Something to do with what can be changed.
  public interface Change {
    /// Does it.
    void in(IndexWriter writer) throws IOException;
  }

  /// Something to find.
  public interface Search<T> {
    /// Finds it.
    T in(IndexSearcher searcher) throws IOException;
  }

  /// What a directory holds, empty where it holds nothing. All checksums are compared.
  ///
  /// @throws IOException when it is damaged
  /// @throws IllegalArgumentException when it was written by a version of Lucene that cannot be
  ///   read
  public static OpenIndex of(Directory directory, Analyzer analyzer) throws IOException {
    return of(directory, analyzer, IndexWriterConfig.OpenMode.CREATE_OR_APPEND);
  }

  /// An empty one in the place of whatever a directory holds.
  public static OpenIndex anew(Directory directory, Analyzer analyzer) throws IOException {
    for (var name : directory.listAll()) {
      directory.deleteFile(name);
    }
    return of(directory, analyzer, IndexWriterConfig.OpenMode.CREATE);
  }

  private static OpenIndex of(
      Directory directory, Analyzer analyzer, IndexWriterConfig.OpenMode mode) throws IOException {
    var writer =
        new IndexWriter(
            directory,
            new IndexWriterConfig(analyzer)
                .setOpenMode(mode)
                .setCommitOnClose(false)
                .setRAMBufferSizeMB(BUFFER_MEGABYTES)
                .setMergePolicy(new TieredMergePolicy().setForceMergeDeletesPctAllowed(0)));
    try {
      var index = new OpenIndex(writer, new SearcherManager(writer, null));
      index.search(OpenIndex::compareChecksums);
      return index;
    } catch (UncheckedIOException e) {
      writer.rollback();
      throw e.getCause();
    } catch (IOException | RuntimeException e) {
      writer.rollback();
      throw e;
    }
  }

  private static boolean compareChecksums(IndexSearcher searcher) throws IOException {
    for (var leaf : searcher.getIndexReader().leaves()) {
      ((CodecReader) leaf.reader()).checkIntegrity();
    }
    return true;
  }

  /// Changes what can be found after [#publish].
  public void change(Change change) {
    try {
      change.in(writer);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Lets everything until now be found.
  public void publish() {
    try {
      searchers.maybeRefreshBlocking();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Makes everything until now durable, together with some words about it.
  public void save(Map<String, String> words) {
    change(all -> {
      all.setLiveCommitData(words.entrySet());
      all.commit();
    });
  }

  /// The words that were saved last; none when nothing was.
  public Map<String, String> words() {
    var words = new HashMap<String, String>();
    var saved = writer.getLiveCommitData();
    if (saved != null) {
      saved.forEach(one -> words.put(one.getKey(), one.getValue()));
    }
    return words;
  }

  /// Takes what was removed out of the files as well; it is gone after the next [#save].
  public void purge() {
    change(all -> all.forceMergeDeletes(true));
  }

  /// Finds something in what was published.
  public <T> T search(Search<T> search) {
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

  /// Whether nothing can be found in it.
  boolean isEmpty() {
    return search(searcher -> searcher.getIndexReader().numDocs() == 0);
  }

  /// Closes it; what was not saved is lost.
  @Override
  public void close() throws IOException {
    searchers.close();
    writer.rollback();
  }
}
