package org.colloquy.server.core.search;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.colloquy.model.ProblemException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps the index up to what is stored, on a thread of its own. Nobody waits for it: who stores
/// something only wakes it, and it reads in the store what is new.
public final class Indexing implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Indexing.class);

  /// What comes in this time is taken together, at least.
  private static final Duration GATHERED = Duration.ofMillis(150);

  private static final Duration KEPT_EVERY = Duration.ofSeconds(10);
  private static final Duration PUBLISHED_EVERY = Duration.ofSeconds(1);
  private static final Duration PURGED_EVERY = Duration.ofMinutes(10);
  private static final Duration LOOKED_EVERY = Duration.ofSeconds(30);
  private static final Duration SHARED_LOOKED_EVERY = Duration.ofSeconds(2);
  private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(10);
  private static final int CHECKS = 3;

  private final SearchStore store;
  private final IndexFeed index;
  private final InstantSource clock;
  private final Semaphore news = new Semaphore(0);
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread thread = new Thread(this::run, "colloquy-search-index");
  private volatile boolean building = true;
  private int failures;
  private Instant kept = Instant.EPOCH;
  private Instant published = Instant.EPOCH;
  private Instant purged = Instant.EPOCH;

  private Indexing(SearchStore store, IndexFeed index, InstantSource clock) {
    this.store = store;
    this.index = index;
    this.clock = clock;
  }

  /// Begins to follow the store.
  public static Indexing start(SearchStore store, IndexFeed index, InstantSource clock) {
    var indexing = new Indexing(store, index, clock);
    indexing.thread.setDaemon(true);
    indexing.thread.start();
    return indexing;
  }

  /// Says that something may have been stored. Returns at once.
  public void wake() {
    if (news.availablePermits() == 0) {
      news.release();
    }
  }

  /// Whether something that was stored long ago may not be found yet.
  public boolean isBuilding() {
    return building;
  }

  private void run() {
    while (!isClosing()) {
      try {
        follow();
      } catch (ProblemException e) {
        LOG.warn("the store cannot be read for the search index now", e);
        rest(PAUSE_AFTER_FAILURE);
      } catch (RuntimeException e) {
        LOG.warn("the search index failed and is opened again", e);
        failures++;
        rest(PAUSE_AFTER_FAILURE);
      }
      building = true;
    }
    index.close();
  }

  private void follow() {
    if (failures > 1) {
      index.discard();
    }
    var catchUp = new CatchUp(store, index, clock.instant());
    kept = clock.instant();
    check(catchUp);
    boolean unkept = true;
    while (!isClosing()) {
      building = false;
      failures = 0;
      unkept |= step(catchUp);
      if (unkept && isOver(kept, KEPT_EVERY)) {
        keep(catchUp);
        unkept = false;
      }
      awaitNews(unkept ? KEPT_EVERY : store.isShared() ? SHARED_LOOKED_EVERY : LOOKED_EVERY);
    }
    keep(catchUp);
  }

  /// Catches up, and begins anew when the index does not have what it should, though nothing came
  /// in meanwhile.
  private void check(CatchUp catchUp) {
    step(catchUp);
    for (int check = 0; check < CHECKS && !isClosing(); check++) {
      if (catchUp.agrees()) {
        return;
      }
      if (!step(catchUp)) {
        LOG.info("the search index does not have all messages and is built anew");
        catchUp.restart();
        step(catchUp);
        return;
      }
    }
  }

  private boolean step(CatchUp catchUp) {
    boolean moved = catchUp.pass(clock.instant(), () -> goOn(catchUp));
    if (moved) {
      publish();
    }
    return moved;
  }

  /// During a long pass, lets people find and crashes leave what is there already.
  private boolean goOn(CatchUp catchUp) {
    if (building && isOver(published, PUBLISHED_EVERY)) {
      publish();
    }
    if (isOver(kept, KEPT_EVERY)) {
      keep(catchUp);
    }
    return !isClosing();
  }

  private void publish() {
    index.publish();
    published = clock.instant();
  }

  private void keep(CatchUp catchUp) {
    if (isOver(purged, PURGED_EVERY) && catchUp.takePurgeWanted()) {
      index.purge();
      purged = clock.instant();
    }
    index.keep(catchUp.progress(clock.instant()));
    kept = clock.instant();
  }

  private boolean isOver(Instant since, Duration time) {
    return !clock.instant().isBefore(since.plus(time));
  }

  private void awaitNews(Duration most) {
    try {
      if (news.tryAcquire(most.toMillis(), TimeUnit.MILLISECONDS)) {
        rest(gathering());
        news.drainPermits();
      }
    } catch (InterruptedException e) {
      closing.countDown();
    }
  }

  /// Short after a quiet time; while much is said, what comes until it is time to publish again.
  private Duration gathering() {
    var now = clock.instant();
    var elapsed = Duration.between(published, now);
    boolean justPublished = !elapsed.isNegative() && elapsed.compareTo(PUBLISHED_EVERY) < 0;
    var left = PUBLISHED_EVERY.minus(elapsed);
    return justPublished && left.compareTo(GATHERED) > 0 ? left : GATHERED;
  }

  private void rest(Duration time) {
    try {
      closing.await(time.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      closing.countDown();
    }
  }

  private boolean isClosing() {
    return closing.getCount() == 0;
  }

  /// Writes down how far it is, and closes the index.
  @Override
  public void close() {
    closing.countDown();
    news.release();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
