package org.colloquy.server.retrieval.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.lucene.index.CodecReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.colloquy.model.AccountId;
import org.colloquy.model.ConversationId;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.server.core.search.Entry;
import org.colloquy.server.core.search.Excerpt;
import org.colloquy.server.core.search.FilePage;
import org.colloquy.server.core.search.IndexFeed;
import org.colloquy.server.core.search.Kind;
import org.colloquy.server.core.search.Progress;
import org.colloquy.server.core.search.SearchIndex;
import org.colloquy.server.core.search.Wanted;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The index, by Lucene. One thread feeds it, any number ask.
public final class LuceneIndex implements SearchIndex, IndexFeed {
  private static final Logger LOG = LoggerFactory.getLogger(LuceneIndex.class);

  private static final int BUFFER_MEGABYTES = 16;

  private final Directory directory;
  private @Nullable Opened opened;

  private LuceneIndex(Directory directory) {
    this.directory = directory;
  }

  /// An index that stays in a folder, which is its own.
  public static LuceneIndex in(Path folder) {
    try {
      return new LuceneIndex(FSDirectory.open(folder));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// An index whose files nobody but this process can read. It begins empty, and whatever another
  /// left in the folder is thrown away.
  public static LuceneIndex sealedIn(Path folder, SecureRandom random) {
    try {
      return new LuceneIndex(new SealedDirectory(FSDirectory.open(folder), random));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// An index that is gone when it is closed.
  public static LuceneIndex inMemory() {
    return new LuceneIndex(new ByteBuffersDirectory());
  }

  private record Opened(IndexWriter writer, SearcherManager searchers) {}

  @Override
  public synchronized Progress open() {
    closeWriter();
    try {
      return opened(IndexWriterConfig.OpenMode.CREATE_OR_APPEND);
    } catch (IOException | IllegalArgumentException e) {
      // Damaged, or of a version of Lucene that cannot be read any more.
      LOG.warn("the search index cannot be read and is built anew", e);
      return anew();
    }
  }

  @Override
  public synchronized void discard() {
    anew();
  }

  private Progress anew() {
    closeWriter();
    try {
      for (var name : directory.listAll()) {
        directory.deleteFile(name);
      }
      return opened(IndexWriterConfig.OpenMode.CREATE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Progress opened(IndexWriterConfig.OpenMode mode) throws IOException {
    var writer = new IndexWriter(directory, config(mode));
    try {
      var searchers = new SearcherManager(writer, null);
      checkIntegrity(searchers);
      opened = new Opened(writer, searchers);
    } catch (IOException | RuntimeException e) {
      writer.rollback();
      throw e;
    }
    return KeptProgress.read(written(writer));
  }

  /// Compares all checksums.
  private static void checkIntegrity(SearcherManager searchers) throws IOException {
    var searcher = searchers.acquire();
    try {
      for (var leaf : searcher.getIndexReader().leaves()) {
        ((CodecReader) leaf.reader()).checkIntegrity();
      }
    } finally {
      searchers.release(searcher);
    }
  }

  private static Map<String, String> written(IndexWriter writer) {
    var written = new HashMap<String, String>();
    var commit = writer.getLiveCommitData();
    if (commit != null) {
      commit.forEach(one -> written.put(one.getKey(), one.getValue()));
    }
    return written;
  }

  private static IndexWriterConfig config(IndexWriterConfig.OpenMode mode) {
    return new IndexWriterConfig(new WordAnalyzer())
        .setOpenMode(mode)
        .setCommitOnClose(false)
        .setRAMBufferSizeMB(BUFFER_MEGABYTES)
        .setMergePolicy(new TieredMergePolicy().setForceMergeDeletesPctAllowed(0));
  }

  @Override
  public void put(List<Entry> entries) {
    change(writer -> {
      for (var entry : entries) {
        var key = new Term(IndexFields.KEY, IndexFields.key(entry.kind(), entry.id()));
        writer.updateDocument(key, IndexFields.document(entry));
      }
    });
  }

  @Override
  public void putPages(Entry file, List<FilePage> pages) {
    change(writer -> {
      for (var page : pages) {
        writer.addDocument(IndexFields.page(file, page));
      }
    });
  }

  @Override
  public void remove(Kind kind, UUID id) {
    remove(new Term(IndexFields.KEY, IndexFields.key(kind, id)));
  }

  @Override
  public void removeConversation(ConversationId conversation) {
    remove(new Term(IndexFields.CONVERSATION, IndexFields.bytes(conversation.value())));
  }

  @Override
  public void removeAccount(AccountId owner) {
    remove(new Term(IndexFields.OWNER, IndexFields.bytes(owner.value())));
  }

  private void remove(Term term) {
    change(writer -> writer.deleteDocuments(term));
  }

  @Override
  public void clear() {
    change(IndexWriter::deleteAll);
  }

  @Override
  public void publish() {
    ask(now -> now.searchers.maybeRefreshBlocking());
  }

  @Override
  public void keep(Progress progress) {
    change(writer -> {
      writer.setLiveCommitData(KeptProgress.written(progress).entrySet());
      writer.commit();
    });
  }

  @Override
  public void purge() {
    change(writer -> writer.forceMergeDeletes(true));
  }

  private interface Use {
    void of(Opened now) throws IOException;
  }

  private interface Write {
    void to(IndexWriter writer) throws IOException;
  }

  private void change(Write write) {
    ask(now -> write.to(now.writer));
  }

  private void ask(Use use) {
    try {
      use.of(current());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private synchronized Opened current() {
    var now = opened;
    if (now == null) {
      throw new ProblemException(new Problem.Unavailable("The search is not ready yet."));
    }
    return now;
  }

  @Override
  public long messageCount() {
    var messages = new TermQuery(new Term(IndexFields.KIND, IndexFields.kind(Kind.MESSAGE)));
    return search(searcher -> (long) searcher.count(messages));
  }

  @Override
  public List<Found> find(AccountId owner, Wanted wanted) {
    var clauses = Clauses.of(wanted.words());
    return clauses.isEmpty()
        ? List.of()
        : search(searcher -> new Finding(searcher, wanted).of(owner, clauses));
  }

  private interface Search<T> {
    T in(IndexSearcher searcher) throws IOException;
  }

  private <T> T search(Search<T> search) {
    var searchers = current().searchers;
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

  @Override
  public Excerpt excerpt(String words, String text) {
    return Excerpts.of(Clauses.of(words), text);
  }

  /// What was not kept is read again from the store the next time.
  @Override
  public synchronized void close() {
    closeWriter();
    try {
      directory.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void closeWriter() {
    var now = opened;
    opened = null;
    if (now != null) {
      try {
        now.searchers.close();
        now.writer.rollback();
      } catch (IOException e) {
        LOG.warn("the search index could not be closed", e);
      }
    }
  }
}
