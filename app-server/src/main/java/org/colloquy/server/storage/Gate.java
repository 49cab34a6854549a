package org.colloquy.server.storage;

import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.jspecify.annotations.Nullable;

/// Says whether work is let in to the database, and why not.
final class Gate {
  private volatile @Nullable String refusal;
  private volatile boolean closed;

  void open() {
    refusal = null;
  }

  void shut(String why) {
    refusal = why;
  }

  /// Shuts it for good.
  void close() {
    closed = true;
  }

  boolean isClosed() {
    return closed;
  }

  boolean isOpen() {
    return refusal == null && !closed;
  }

  /// What to tell somebody who is turned away.
  ProblemException refused() {
    return new ProblemException(why());
  }

  /// What to tell somebody whose work met this fault.
  ProblemException refused(Throwable fault) {
    return new ProblemException(why(), fault);
  }

  private Problem.Unavailable why() {
    var told = closed ? "Colloquy is closing its database." : refusal;
    return new Problem.Unavailable(told == null ? "The database was not available." : told);
  }
}
