package org.colloquy.server.core.turn;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.colloquy.model.AccountId;

/// Models that are being asked outside of turns, for whom, so that they can be stopped.
final class RunningCalls {
  private final Map<Cancellation, AccountId> running = new ConcurrentHashMap<>();
  private volatile boolean closed;

  /// One more begins.
  Cancellation begin(AccountId account) {
    var cancellation = new Cancellation();
    running.put(cancellation, account);
    return cancellation;
  }

  /// It came to its end.
  void end(Cancellation cancellation) {
    running.remove(cancellation);
  }

  /// Whether no model is being asked.
  boolean idle() {
    return running.isEmpty();
  }

  /// Stops those of one account.
  void stop(AccountId account) {
    running.forEach((cancellation, owner) -> {
      if (owner.equals(account)) {
        cancellation.cancel();
      }
    });
  }

  /// Stops all, for good.
  void close() {
    closed = true;
    running.keySet().forEach(Cancellation::cancel);
  }

  /// Whether none may begin any more.
  boolean closed() {
    return closed;
  }
}
