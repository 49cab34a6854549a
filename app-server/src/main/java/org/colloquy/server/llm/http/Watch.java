package org.colloquy.server.llm.http;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Ends exchanges that take too long and drops connections that idle too long. One thread for all
/// of them; it lives as long as there is something to watch.
final class Watch {
  private static final Duration ROUND = Duration.ofMillis(200);
  private static final Duration MOST_IDLE = Duration.ofSeconds(30);

  private final IdleConnections idle;
  private final Set<Lease> leases = new HashSet<>();
  private boolean watching;

  Watch(IdleConnections idle) {
    this.idle = idle;
  }

  void add(Lease lease) {
    synchronized (leases) {
      leases.add(lease);
      if (!watching) {
        watching = true;
        Thread.ofVirtual().name("upstream-watch").start(this::watch);
      }
    }
  }

  void remove(Lease lease) {
    synchronized (leases) {
      leases.remove(lease);
    }
  }

  /// The exchanges that are running.
  List<Lease> running() {
    synchronized (leases) {
      return List.copyOf(leases);
    }
  }

  private void watch() {
    do {
      rest();
      var now = System.nanoTime();
      running().forEach(lease -> lease.timeOutIfDue(now));
      idle.closeOlderThan(now - MOST_IDLE.toNanos());
    } while (goesOn());
  }

  private boolean goesOn() {
    synchronized (leases) {
      watching = !leases.isEmpty() || idle.count() > 0;
      return watching;
    }
  }

  private static void rest() {
    try {
      Thread.sleep(ROUND);
    } catch (InterruptedException e) {
      throw new IllegalStateException("nobody interrupts the watch", e);
    }
  }
}
