package org.colloquy.server.core.memory;

import java.util.List;
import org.colloquy.model.Memory;

/// Makes memories ready to be found by their words.
public interface MemoryRanking {
  /// The memories, ready to be searched by any number of threads.
  ///
  /// @param memories of those that fit equally well the earlier one comes first
  Index index(List<Memory> memories);

  /// Memories that can be searched.
  interface Index {
    /// Those that have any word of a query, or one that resembles it, best first.
    ///
    /// @param most how many at the most
    List<Memory> resembling(String query, int most);

    /// Those that share much of a query's words, best first.
    ///
    /// @param most how many at the most
    List<Memory> sharing(String query, int most);
  }
}
