package org.colloquy.server.core.turn;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// A place in a script where it waits until the test lets it go on.
public final class Gate {
  private static final long PATIENCE_SECONDS = 90;

  private final CountDownLatch reached = new CountDownLatch(1);
  private final CountDownLatch opened = new CountDownLatch(1);

  /// Lets through whoever waits, and everybody after.
  public void open() {
    opened.countDown();
  }

  /// Waits until somebody has come to this gate.
  public void awaitReached() {
    await(reached, "nobody came to the gate");
  }

  /// Comes to the gate and goes on at once.
  public void passed() {
    reached.countDown();
  }

  /// Comes to the gate and waits until it is open.
  public void pass() {
    passed();
    await(opened, "nobody opened the gate");
  }

  private static void await(CountDownLatch latch, String otherwise) {
    try {
      if (!latch.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new AssertionError(otherwise);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted at a gate", e);
    }
  }
}
