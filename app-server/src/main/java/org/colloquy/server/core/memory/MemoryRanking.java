package org.colloquy.server.core.memory;

import java.util.List;
import org.colloquy.model.Memory;

/// Finds the memories that fit a query.
public interface MemoryRanking {
  /// Those that fit, best first; of those that fit equally well the earlier one first.
  ///
  /// @param most how many at the most
  List<Memory> best(List<Memory> memories, String query, int most);
}
