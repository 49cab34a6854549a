package org.colloquy.server.storage;

import java.util.concurrent.locks.LockSupport;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// One piece of work on its way through the gateway, and the caller who waits for it.
///
/// The caller waits whatever happens to its thread: H2 closes the whole database when a thread is
/// interrupted inside it, so callers never go there, and nobody can reach the threads that do.
final class Pending<T> {
  private final Work<T> work;
  private final Thread caller = Thread.currentThread();
  private @Nullable T result;
  private @Nullable Throwable failure;
  private volatile boolean finished;

  Pending(Work<T> work) {
    this.work = work;
  }

  /// Does the work on one of the gateway's threads.
  void run(Handle handle) {
    try {
      result = work.run(handle);
    } catch (Throwable thrown) {
      failure = thrown;
    }
  }

  void fail(Throwable why) {
    failure = why;
  }

  /// What the work threw, as far as it ran.
  @Nullable Throwable failure() {
    return failure;
  }

  /// Lets the caller go on with the result or the failure.
  void finish() {
    finished = true;
    LockSupport.unpark(caller);
  }

  /// Waits for [#finish], interrupted or not.
  T await() {
    boolean interrupted = false;
    while (!finished) {
      LockSupport.park(this);
      interrupted |= Thread.interrupted();
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    return outcome();
  }

  @SuppressWarnings("NullAway") // the result is what the work gave, which may be of a nullable type
  private T outcome() {
    switch (failure) {
      case null -> {
        return result;
      }
      case RuntimeException thrown -> throw thrown;
      case Error thrown -> throw thrown;
      case Throwable thrown -> throw new IllegalStateException(thrown);
    }
  }
}
