package org.colloquy.server.core.identity;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.jspecify.annotations.Nullable;

/// Slows down who guesses passwords, and nobody else.
///
/// Wrong tries at an account are counted apart for every place it signed in from before, and
/// together for all others: strangers make only strangers wait. Tries from one place are counted
/// whatever they try. Nothing is counted that has to wait.
final class SignInLimits {
  static final int FREE_TRIES = 5;
  static final Duration LONGEST_WAIT = Duration.ofMinutes(15);
  static final int FROM_ONE_PLACE = 20;
  static final Duration WINDOW = Duration.ofMinutes(10);

  /// How many names and how many places are remembered; the oldest give way.
  static final int MOST = 10_000;

  private static final Duration MEMORY = Duration.ofDays(1);
  private static final int LONGEST_POWER = 10;

  private final InstantSource clock;
  private final SequencedMap<Target, Count> targets = new LinkedHashMap<>();
  private final SequencedMap<Place, Count> places = new LinkedHashMap<>();

  SignInLimits(InstantSource clock) {
    this.clock = clock;
  }

  /// Somebody who tries to sign in.
  ///
  /// @param who the account, or the name when nobody has it
  /// @param known whether the account signed in from this place before
  record Try(String who, Place place, boolean known) {
    private Target target() {
      return new Target(who, known ? place : null);
    }
  }

  /// @param place null for all places that the account never signed in from
  private record Target(String who, @Nullable Place place) {}

  /// @param since when the last one was, or when the window began
  private record Count(int failures, Instant since) {}

  /// Makes sure that this may be tried now.
  ///
  /// @throws ProblemException RateLimited when it has to wait
  synchronized void check(Try attempt) {
    var now = clock.instant();
    var target = current(targets, attempt.target(), MEMORY, now);
    var place = current(places, attempt.place(), WINDOW, now);
    var until = now;
    if (target.failures() >= FREE_TRIES) {
      until = target.since().plus(pause(target.failures()));
    }
    if (place.failures() >= FROM_ONE_PLACE) {
      until = later(until, place.since().plus(WINDOW));
    }
    if (until.isAfter(now)) {
      throw new ProblemException(new Problem.RateLimited(wholeSeconds(now, until)));
    }
  }

  synchronized void failed(Try attempt) {
    var now = clock.instant();
    var target = current(targets, attempt.target(), MEMORY, now);
    var place = current(places, attempt.place(), WINDOW, now);
    put(targets, attempt.target(), new Count(target.failures() + 1, now));
    put(places, attempt.place(), new Count(place.failures() + 1, place.since()));
  }

  /// Forgets the wrong tries at this account from there, but not the other tries from there.
  synchronized void succeeded(Try attempt) {
    targets.remove(attempt.target());
  }

  /// What counts now. After the clock was put back, it is as if it had happened just now.
  private static <K> Count current(
      SequencedMap<K, Count> counts, K key, Duration memory, Instant now) {
    var count = counts.get(key);
    if (count == null || !count.since().plus(memory).isAfter(now)) {
      counts.remove(key);
      return new Count(0, now);
    }
    if (count.since().isAfter(now)) {
      count = new Count(count.failures(), now);
      counts.put(key, count);
    }
    return count;
  }

  private static <K> void put(SequencedMap<K, Count> counts, K key, Count count) {
    counts.putLast(key, count);
    if (counts.size() > MOST) {
      counts.pollFirstEntry();
    }
  }

  private static Duration pause(int failures) {
    var doubled = Duration.ofSeconds(1L << Math.min(failures, LONGEST_POWER));
    return doubled.compareTo(LONGEST_WAIT) < 0 ? doubled : LONGEST_WAIT;
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private static Duration wholeSeconds(Instant from, Instant until) {
    return Duration.ofSeconds(Duration.between(from, until).plusNanos(999_999_999).toSeconds());
  }
}
