package org.colloquy.server.core.cluster;

import java.util.function.Supplier;

/// Has things done by one at a time, on whichever of the servers.
@FunctionalInterface
public interface Exclusive {
  /// Does some work while nobody else does work of that name. Not to be called again for a name
  /// inside its own work.
  ///
  /// @param name of what must not happen twice at a time
  <T> T alone(String name, Supplier<T> work);

  /// As [#alone(String, Supplier)], for work that returns nothing.
  default void alone(String name, Runnable work) {
    alone(
        name,
        () -> {
          work.run();
          return name;
        });
  }
}
