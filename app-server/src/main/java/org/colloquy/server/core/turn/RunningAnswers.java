package org.colloquy.server.core.turn;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.colloquy.model.AccountId;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;

/// How many answers each account is being given right now. Somebody who asks for very many at once
/// is told to wait, so that there is room for the others.
public final class RunningAnswers {
  /// Room for a notebook that asks many things at once, and for somebody at several windows.
  public static final int USUAL = 32;

  /// Answers take seconds; to try more often than this is no use.
  static final Duration TRY_AGAIN = Duration.ofSeconds(5);

  private final int most;
  private final Map<AccountId, Integer> running = new HashMap<>();
  private boolean closing;

  /// @param most for one account
  public RunningAnswers(int most) {
    this.most = most;
  }

  /// One more is about to be given.
  ///
  /// @throws ProblemException RateLimited when there are as many as there may be; Unavailable after
  ///   [#finish]
  synchronized void begin(AccountId account) {
    if (closing) {
      throw new ProblemException(new Problem.Unavailable("Colloquy is being closed."));
    }
    if (running.merge(account, 1, Integer::sum) > most) {
      end(account);
      throw new ProblemException(new Problem.RateLimited(TRY_AGAIN));
    }
  }

  /// One was given, or failed.
  synchronized void end(AccountId account) {
    running.computeIfPresent(account, (_, count) -> count == 1 ? null : count - 1);
    notifyAll();
  }

  /// How many are being given now.
  synchronized int count() {
    return running.values().stream().mapToInt(Integer::intValue).sum();
  }

  /// Lets none begin any more, and waits until all were given, but no longer than this.
  ///
  /// @return how many are still being given
  synchronized int finish(Duration most) {
    closing = true;
    long end = System.nanoTime() + most.toNanos();
    try {
      for (long left = most.toMillis(); count() > 0 && left > 0; ) {
        wait(left);
        left = Duration.ofNanos(end - System.nanoTime()).toMillis();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return count();
  }
}
