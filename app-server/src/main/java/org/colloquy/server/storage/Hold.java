package org.colloquy.server.storage;

import org.colloquy.model.ProblemException;

/// What a process has of a database on a server, as long as its connection lasts.
interface Hold extends AutoCloseable {
  /// For who looks at a database that others may have open as well.
  Hold NONE =
      new Hold() {
        @Override
        public void check() {
          // Nothing is held.
        }

        @Override
        public void close() {
          // Nothing is held.
        }
      };

  /// Makes sure that it is held.
  ///
  /// @throws ProblemException Unavailable while it is not certain that this process holds it
  void check();

  @Override
  void close();
}
