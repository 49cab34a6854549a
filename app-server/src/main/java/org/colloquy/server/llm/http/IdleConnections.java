package org.colloquy.server.llm.http;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.colloquy.server.core.provider.Origin;
import org.jspecify.annotations.Nullable;

/// Connections that wait to be used again, the freshest first.
final class IdleConnections {
  private final Map<Origin, Deque<Idle>> byOrigin = new HashMap<>();

  /// Takes one out that seems to be alive.
  Optional<Connection> take(Origin origin) {
    while (true) {
      var idle = newest(origin);
      if (idle == null) {
        return Optional.empty();
      }
      if (!idle.connection.stale()) {
        return Optional.of(idle.connection);
      }
      idle.connection.abort();
    }
  }

  void put(Connection connection) {
    synchronized (byOrigin) {
      byOrigin
          .computeIfAbsent(connection.origin(), _ -> new ArrayDeque<>())
          .addFirst(new Idle(connection, System.nanoTime()));
    }
  }

  /// Closes those that were put in before a time.
  void closeOlderThan(long nanos) {
    var old = new ArrayList<Idle>();
    synchronized (byOrigin) {
      for (var all : byOrigin.values()) {
        while (!all.isEmpty() && all.getLast().since - nanos <= 0) {
          old.add(all.removeLast());
        }
      }
      byOrigin.values().removeIf(Deque::isEmpty);
    }
    old.forEach(idle -> idle.connection.abort());
  }

  void closeAll() {
    List<Idle> all;
    synchronized (byOrigin) {
      all = byOrigin.values().stream().flatMap(Deque::stream).toList();
      byOrigin.clear();
    }
    all.forEach(idle -> idle.connection.abort());
  }

  int count() {
    synchronized (byOrigin) {
      return byOrigin.values().stream().mapToInt(Deque::size).sum();
    }
  }

  private @Nullable Idle newest(Origin origin) {
    synchronized (byOrigin) {
      var all = byOrigin.get(origin);
      if (all == null) {
        return null;
      }
      var newest = all.pollFirst();
      if (all.isEmpty()) {
        byOrigin.remove(origin);
      }
      return newest;
    }
  }

  private record Idle(Connection connection, long since) {}
}
