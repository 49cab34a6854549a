package org.colloquy.server.http;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.colloquy.server.http.IncomingMessage.Received;
import org.jspecify.annotations.Nullable;

/// What was said over a WebSocket and not listened to yet. One thing after the other is passed on,
/// on a virtual thread of its own that lasts as long as there is something.
final class Inbox {
  private static final int MOST = 8;

  private final int limit;
  private final Consumer<Received> listener;
  private final ReentrantLock lock = new ReentrantLock();
  private final Deque<Received> waiting = new ArrayDeque<>();
  private long waitingLength;
  private boolean busy;
  private boolean closed;

  /// @param limit how many characters may wait, unless one text alone has more
  Inbox(int limit, Consumer<Received> listener) {
    this.limit = limit;
    this.listener = listener;
  }

  /// Takes it in; false when too much is waiting already.
  boolean add(Received received) {
    lock.lock();
    try {
      if (closed) {
        return true; // nobody listens any more
      }
      boolean full = waiting.size() >= MOST || waitingLength + received.length() > limit;
      if (full && !waiting.isEmpty()) {
        return false;
      }
      waiting.add(received);
      waitingLength += received.length();
      if (!busy) {
        busy = true;
        Thread.ofVirtual().name("websocket").start(this::work);
      }
      return true;
    } finally {
      lock.unlock();
    }
  }

  /// Forgets what is waiting, and passes on nothing more.
  void close() {
    lock.lock();
    try {
      closed = true;
      waiting.clear();
    } finally {
      lock.unlock();
    }
  }

  private void work() {
    for (var received = next(); received != null; received = next()) {
      listener.accept(received);
    }
  }

  private @Nullable Received next() {
    lock.lock();
    try {
      var received = waiting.poll();
      busy = received != null;
      waitingLength -= received == null ? waitingLength : received.length();
      return received;
    } finally {
      lock.unlock();
    }
  }
}
