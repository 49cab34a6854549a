package org.colloquy.server.core.search;

import java.time.InstantSource;
import java.util.List;
import org.colloquy.model.AccountId;
import org.colloquy.server.retrieval.search.LuceneIndex;
import org.jspecify.annotations.Nullable;

/// An index that catches up with the store whenever it is asked, so that nobody has to wait.
public final class CaughtUpIndex implements SearchIndex {
  private final SearchStore store;
  private final LuceneIndex index;
  private final InstantSource clock;
  private @Nullable CatchUp catchUp;

  public CaughtUpIndex(SearchStore store, LuceneIndex index, InstantSource clock) {
    this.store = store;
    this.index = index;
    this.clock = clock;
  }

  @Override
  public synchronized List<Found> find(AccountId owner, Wanted wanted) {
    catchUp();
    return index.find(owner, wanted);
  }

  @Override
  public Excerpt excerpt(String words, String text) {
    return index.excerpt(words, text);
  }

  /// Catches up, and says whether the index then has as many messages as there are.
  public synchronized boolean agrees() {
    return catchUp().agrees();
  }

  /// Writes down how far it is, as at the end of the program.
  public synchronized void keep() {
    index.keep(catchUp().progress(clock.instant()));
  }

  private CatchUp catchUp() {
    var begun = catchUp;
    if (begun == null) {
      begun = new CatchUp(store, index, clock.instant());
      catchUp = begun;
    }
    begun.pass(clock.instant(), () -> true);
    index.publish();
    return begun;
  }
}
