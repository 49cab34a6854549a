package org.colloquy.server.core.identity;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Has wrong tries forgotten when they count no more, every few minutes: what is kept of them was
/// made of people's addresses.
public final class WrongTrySweep implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(WrongTrySweep.class);

  private final WrongTryStore store;
  private final InstantSource clock;
  private final Duration pause;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread thread;

  private WrongTrySweep(WrongTryStore store, InstantSource clock, Duration pause) {
    this.store = store;
    this.clock = clock;
    this.pause = pause;
    thread = Thread.ofVirtual().name("wrong-tries").start(this::repeat);
  }

  /// Begins now.
  public static WrongTrySweep start(WrongTryStore store, InstantSource clock) {
    return start(store, clock, SignInLimits.WINDOW);
  }

  /// @param pause how long it waits before it looks again
  static WrongTrySweep start(WrongTryStore store, InstantSource clock, Duration pause) {
    return new WrongTrySweep(store, clock, pause);
  }

  private void repeat() {
    try {
      do {
        sweep();
      } while (!closing.await(pause.toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void sweep() {
    try {
      store.forget(clock.instant());
    } catch (RuntimeException e) {
      LOG.warn("wrong tries to sign in could not be forgotten", e);
    }
  }

  /// Waits for the one that is going on.
  @Override
  public void close() {
    closing.countDown();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
