package org.colloquy.desktop.client;

import java.util.List;
import java.util.function.Consumer;

/// Looks for servers that announce themselves on the network.
public interface ServerSearch {
  /// Begins to look; blocks until that has begun.
  ///
  /// @param taker is told of all that are there whenever that changes, on any thread
  Looking look(Consumer<List<FoundServer>> taker);

  /// A search that goes on until it is closed.
  interface Looking extends AutoCloseable {
    /// Ends it; blocks until the network is left alone.
    @Override
    void close();
  }
}
