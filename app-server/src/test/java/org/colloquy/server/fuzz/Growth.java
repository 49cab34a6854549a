package org.colloquy.server.fuzz;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/// What this process holds.
///
/// @param heap in bytes, after the garbage is gone
/// @param files open ones, sockets as well; 0 where that cannot be known
record Growth(long heap, int threads, long files) {
  static Growth now() {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    var system = ManagementFactory.getOperatingSystemMXBean();
    return new Growth(
        ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed(),
        ManagementFactory.getThreadMXBean().getThreadCount(),
        system instanceof UnixOperatingSystemMXBean unix ? unix.getOpenFileDescriptorCount() : 0);
  }
}
