package org.colloquy.server.core.turn;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.colloquy.model.AccountId;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;

/// How many answers each account is being given right now. Somebody who asks for very many at once
/// is told to wait, so that there is room for the others.
public final class RunningAnswers {
  /// Room for a notebook that asks many things at once, and for somebody at several windows.
  public static final int USUAL = 32;

  /// Answers take seconds; to try more often than this is no use.
  private static final Duration TRY_AGAIN = Duration.ofSeconds(5);

  private final int most;
  private final Map<AccountId, Integer> running = new ConcurrentHashMap<>();

  /// @param most for one account
  public RunningAnswers(int most) {
    this.most = most;
  }

  /// One more is about to be given.
  ///
  /// @throws ProblemException RateLimited when there are as many as there may be
  void begin(AccountId account) {
    if (running.merge(account, 1, Integer::sum) > most) {
      end(account);
      throw new ProblemException(new Problem.RateLimited(TRY_AGAIN));
    }
  }

  /// One was given, or failed.
  void end(AccountId account) {
    running.computeIfPresent(account, (_, count) -> count == 1 ? null : count - 1);
  }
}
