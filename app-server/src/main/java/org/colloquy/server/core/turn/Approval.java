package org.colloquy.server.core.turn;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.colloquy.server.core.identity.Caller;

/// A question to a person whether a call may be done. It is answered once; who comes late finds
/// that nobody waits any more.
final class Approval {
  private final String call;
  private final CompletableFuture<Optional<Decision>> decided = new CompletableFuture<>();

  /// What the person said.
  record Decision(Caller by, ApprovalAnswer answer) {}

  /// @param call the id of the call
  Approval(String call) {
    this.call = call;
  }

  /// Answers it; false when it is about another call, or decided.
  boolean decide(String about, Decision decision) {
    return call.equals(about) && decided.complete(Optional.of(decision));
  }

  /// Waits for the answer; empty when nobody gave one in time.
  ///
  /// @throws CancellationException when cancelled meanwhile
  Optional<Decision> await(Duration most, Cancellation cancellation) {
    try (var _ = cancellation.onCancel(() -> decided.cancel(false))) {
      return decided.get(most.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException _) {
      decided.complete(Optional.empty());
      return decided.join();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted");
    } catch (ExecutionException e) {
      throw new IllegalStateException("decisions do not fail", e);
    }
  }
}
