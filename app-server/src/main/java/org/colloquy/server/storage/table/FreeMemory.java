package org.colloquy.server.storage.table;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.List;
import java.util.Objects;

/// How much of the heap was free after it was tidied up last. Each part of it counts as it was
/// after it was itself tidied up: what waits in the old part since then may be of no use to
/// anybody.
final class FreeMemory {
  private static final List<MemoryPoolMXBean> HEAP =
      ManagementFactory.getMemoryPoolMXBeans().stream()
          .filter(pool -> pool.getType() == MemoryType.HEAP)
          .toList();

  private FreeMemory() {}

  /// @param share of the heap, from 0 to 1
  static boolean isBelow(double share) {
    long used =
        HEAP.stream()
            .map(MemoryPoolMXBean::getCollectionUsage)
            .filter(Objects::nonNull)
            .mapToLong(MemoryUsage::getUsed)
            .sum();
    return used > (1 - share) * Runtime.getRuntime().maxMemory();
  }
}
