package org.colloquy.server.retrieval.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.UUID;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.Term;
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
import org.colloquy.server.retrieval.OpenIndex;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The index, by Lucene. One thread feeds it, any number ask.
public final class LuceneIndex implements SearchIndex, IndexFeed {
  private static final Logger LOG = LoggerFactory.getLogger(LuceneIndex.class);

  private final Directory directory;
  private @Nullable OpenIndex opened;

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

  @Override
  public synchronized Progress open() {
    closeIndex();
    try {
      var index = OpenIndex.of(directory, new WordAnalyzer());
      opened = index;
      return KeptProgress.read(index.words());
    } catch (IOException | IllegalArgumentException e) {
      // Damaged, or of a version of Lucene that cannot be read any more.
      LOG.warn("the search index cannot be read and is built anew", e);
      discard();
      return Progress.NONE;
    }
  }

  @Override
  public synchronized void discard() {
    closeIndex();
    try {
      opened = OpenIndex.anew(directory, new WordAnalyzer());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private synchronized OpenIndex index() {
    var now = opened;
    if (now == null) {
      throw new ProblemException(new Problem.Unavailable("The search is not ready yet."));
    }
    return now;
  }

  @Override
  public void put(List<Entry> entries) {
    index()
        .change(writer -> {
          for (var entry : entries) {
            var key = new Term(IndexFields.KEY, IndexFields.key(entry.kind(), entry.id()));
            writer.updateDocument(key, IndexFields.document(entry));
          }
        });
  }

  @Override
  public void putPages(Entry file, List<FilePage> pages) {
    index()
        .change(writer -> {
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
    index().change(writer -> writer.deleteDocuments(term));
  }

  @Override
  public void clear() {
    index().change(IndexWriter::deleteAll);
  }

  @Override
  public void publish() {
    index().publish();
  }

  @Override
  public void keep(Progress progress) {
    index().save(KeptProgress.written(progress));
  }

  @Override
  public void purge() {
    index().purge();
  }

  @Override
  public long messageCount() {
    var messages = new TermQuery(new Term(IndexFields.KIND, IndexFields.kind(Kind.MESSAGE)));
    return index().search(searcher -> (long) searcher.count(messages));
  }

  @Override
  public List<Found> find(AccountId owner, Wanted wanted) {
    var clauses = Clauses.of(wanted.words());
    return clauses.isEmpty()
        ? List.of()
        : index().search(searcher -> new Finding(searcher, wanted).of(owner, clauses));
  }

  @Override
  public Excerpt excerpt(String words, String text) {
    return Excerpts.of(Clauses.of(words), text);
  }

  /// What was not kept is read again from the store the next time.
  @Override
  public synchronized void close() {
    closeIndex();
    try {
      directory.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void closeIndex() {
    var now = opened;
    opened = null;
    if (now != null) {
      try {
        now.close();
      } catch (IOException e) {
        LOG.warn("the search index could not be closed", e);
      }
    }
  }
}
