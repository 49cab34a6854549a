package org.colloquy.server.llm.wire;

import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.colloquy.server.core.turn.Cancellation;

/// When and how a provider is asked again that is too busy right now.
///
/// @param chance spreads those who wait, so that they do not all come back together
/// @param pause how waiting is done
public record Retries(RandomGenerator chance, Pause pause) {
  private static final int MOST = 2;
  private static final Duration FIRST_WAIT = Duration.ofMillis(500);
  private static final double LONGEST_WAIT_SECONDS = 10;

  /// Waits.
  @FunctionalInterface
  public interface Pause {
    /// Waits this long.
    ///
    /// @throws CancellationException when cancelled meanwhile
    void pause(Duration time, Cancellation cancellation);
  }

  /// Retries with real waiting.
  public static Retries waiting(RandomGenerator chance) {
    return new Retries(chance, Retries::sleep);
  }

  /// Waits before another try if one is worth it. A wait that cannot be read counts as none told.
  ///
  /// @param after the provider's `Retry-After`; empty when it gave none
  /// @param tried how often it was asked again already
  /// @return whether to ask again
  boolean again(int status, String after, int tried, Cancellation cancellation) {
    var told = after.matches("\\d{1,9}(\\.\\d+)?") ? Double.parseDouble(after) : -1;
    var worth =
        switch (status) {
          case 429, 502, 503, 529 -> told <= LONGEST_WAIT_SECONDS;
          default -> false;
        };
    if (!worth || tried >= MOST) {
      return false;
    }
    pause.pause(told >= 0 ? seconds(told) : backedOff(tried), cancellation);
    return true;
  }

  /// An id for a tool call that no other call has.
  String callId() {
    return "call_" + HexFormat.of().toHexDigits(chance.nextLong());
  }

  private Duration seconds(double told) {
    return Duration.ofMillis(Math.round(told * 1000) + chance.nextInt(100));
  }

  private Duration backedOff(int tried) {
    var wait = FIRST_WAIT.toMillis() << tried;
    return Duration.ofMillis(wait / 2 + chance.nextLong(wait));
  }

  private static void sleep(Duration time, Cancellation cancellation) {
    var cancelled = new CountDownLatch(1);
    try (var _ = cancellation.onCancel(cancelled::countDown)) {
      if (cancelled.await(time.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new CancellationException("cancelled");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
