package org.colloquy.server.core.cluster;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Has things done by one at a time in this process.
public final class ExclusiveHere implements Exclusive {
  private final Map<String, Line> lines = new ConcurrentHashMap<>();

  /// @param wanted by how many
  private record Line(ReentrantLock lock, int wanted) {}

  @Override
  public <T> T alone(String name, Supplier<T> work) {
    var line = lines.compute(name, (_, there) -> joined(there));
    line.lock().lock();
    try {
      return work.get();
    } finally {
      line.lock().unlock();
      lines.computeIfPresent(name, (_, there) -> left(there));
    }
  }

  private static Line joined(@Nullable Line there) {
    return there == null
        ? new Line(new ReentrantLock(), 1)
        : new Line(there.lock(), there.wanted() + 1);
  }

  private static @Nullable Line left(Line there) {
    return there.wanted() == 1 ? null : new Line(there.lock(), there.wanted() - 1);
  }
}
