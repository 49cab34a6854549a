package org.colloquy.server.storage.table;

import com.sun.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// How much of the heap was free after it was tidied up last.
final class FreeMemory {
  private static final List<GarbageCollectorMXBean> COLLECTORS =
      ManagementFactory.getPlatformMXBeans(GarbageCollectorMXBean.class);
  private static final Set<String> HEAP =
      ManagementFactory.getMemoryPoolMXBeans().stream()
          .filter(pool -> pool.getType() == MemoryType.HEAP)
          .map(MemoryPoolMXBean::getName)
          .collect(Collectors.toUnmodifiableSet());

  private FreeMemory() {}

  /// @param share of the heap, from 0 to 1
  static boolean isBelow(double share) {
    var last =
        COLLECTORS.stream()
            .map(GarbageCollectorMXBean::getLastGcInfo)
            .filter(info -> info != null)
            .max(Comparator.comparingLong(info -> info.getEndTime()));
    if (last.isEmpty()) {
      return false;
    }
    long used =
        last.get().getMemoryUsageAfterGc().entrySet().stream()
            .filter(pool -> HEAP.contains(pool.getKey()))
            .mapToLong(pool -> pool.getValue().getUsed())
            .sum();
    return used > (1 - share) * Runtime.getRuntime().maxMemory();
  }
}
