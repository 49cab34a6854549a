package org.colloquy.server.core.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.function.IntFunction;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.server.Problems;
import org.colloquy.server.SettableClock;
import org.colloquy.server.core.identity.SignInLimits.Try;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignInLimitsTest {
  private final SettableClock clock = new SettableClock();
  private final SignInLimits limits = new SignInLimits(clock);

  private static Try from(String address) {
    return new Try("ada", Place.of(address), false);
  }

  private static Try known(String address) {
    return new Try("ada", Place.of(address), true);
  }

  private boolean mayTry(Try attempt) {
    try {
      limits.check(attempt);
      return true;
    } catch (ProblemException e) {
      assertThat(((Problem.RateLimited) e.problem()).retryAfter()).isPositive();
      return false;
    }
  }

  /// How many of so many wrong tries were let through, one a second.
  private int guesses(int tries, IntFunction<Try> attempt) {
    int guesses = 0;
    for (int i = 0; i < tries; i++) {
      if (mayTry(attempt.apply(i))) {
        limits.failed(attempt.apply(i));
        guesses++;
      }
      clock.advance(Duration.ofSeconds(1));
    }
    return guesses;
  }

  private void fail(int times, Try attempt) {
    for (int i = 0; i < times; i++) {
      limits.failed(attempt);
    }
  }

  private Duration wait(Try attempt) {
    return ((Problem.RateLimited) Problems.of(() -> limits.check(attempt))).retryAfter();
  }

  @Test
  void letsOneAddressGuessLessThanTenTimesInAQuarterOfAnHour() {
    assertThat(guesses(900, _ -> from("10.0.0.1"))).isEqualTo(9);
    assertThat(guesses(900, _ -> from("10.0.0.1"))).isEqualTo(1);
  }

  @Test
  void letsAHundredAddressesGuessNoMoreThanOne() {
    assertThat(guesses(900, i -> from("10.0.0." + i % 100))).isEqualTo(9);
    assertThat(guesses(900, i -> from("2001:db8:0:" + i + "::1"))).isEqualTo(1);
  }

  @Test
  void letsOneAddressTryTwentyNamesInTenMinutes() {
    assertThat(guesses(599, i -> new Try("name " + i, Place.of("10.0.0.1"), false)))
        .isEqualTo(SignInLimits.FROM_ONE_PLACE);
    clock.advance(Duration.ofSeconds(1));
    assertThat(mayTry(from("10.0.0.1"))).isTrue();
  }

  @Test
  void takesAllAddressesOfAHouseholdForOne() {
    assertThat(
            guesses(599, i -> new Try("name " + i, Place.of("2001:db8:0:7:" + i + "::1"), false)))
        .isEqualTo(SignInLimits.FROM_ONE_PLACE);
    assertThat(mayTry(from("2001:db8:0:8::1"))).isTrue();
  }

  @Test
  void makesNobodyWaitWhoSignsInFromWhereTheyDidBefore() {
    guesses(900, i -> from("10.0.0." + i % 100));

    assertThat(mayTry(from("10.9.9.9"))).isFalse();
    assertThat(mayTry(known("10.9.9.9"))).isTrue();
    fail(SignInLimits.FREE_TRIES, known("10.9.9.9"));
    assertThat(mayTry(known("10.9.9.9"))).isFalse();
    assertThat(mayTry(known("10.9.9.8"))).isTrue();
  }

  @Test
  void doublesTheWaitUpToAQuarterOfAnHour() {
    fail(SignInLimits.FREE_TRIES - 1, from("10.0.0.1"));
    assertThat(mayTry(from("10.0.0.1"))).isTrue();
    for (int seconds : new int[] {32, 64, 128, 256, 512, 900, 900}) {
      limits.failed(from("10.0.0.1"));
      assertThat(wait(from("10.0.0.1"))).isEqualTo(Duration.ofSeconds(seconds));
      clock.advance(Duration.ofSeconds(seconds));
    }
    assertThat(mayTry(from("10.0.0.1"))).isTrue();
  }

  @Test
  void tellsTheWaitInWholeSecondsThatAreEnough() {
    fail(SignInLimits.FREE_TRIES, from("10.0.0.1"));
    clock.advance(Duration.ofMillis(31_999));
    assertThat(wait(from("10.0.0.1"))).isEqualTo(Duration.ofSeconds(1));
    clock.advance(Duration.ofMillis(1));
    assertThat(mayTry(from("10.0.0.1"))).isTrue();
  }

  @Test
  void forgetsWrongTriesAfterTheRightOne() {
    fail(SignInLimits.FREE_TRIES, from("10.0.0.1"));
    limits.succeeded(from("10.0.0.1"));
    assertThat(mayTry(from("10.0.0.1"))).isTrue();
  }

  @Test
  void anAccountOfOnesOwnBuysNoMoreTriesAtOthers() {
    for (int i = 0; i < SignInLimits.FROM_ONE_PLACE; i++) {
      limits.failed(new Try("name " + i, Place.of("10.0.0.1"), false));
      limits.succeeded(new Try("mine", Place.of("10.0.0.1"), true));
    }
    assertThat(mayTry(from("10.0.0.1"))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(longs = {3_650 * 86_400L, 61, 3_600, 0, -61, -3_600, -3_650 * 86_400L})
  void makesNobodyWaitLongerWhenTheClockJumps(long seconds) {
    fail(SignInLimits.FROM_ONE_PLACE, from("10.0.0.1"));
    clock.advance(Duration.ofSeconds(seconds));
    if (!mayTry(from("10.0.0.1"))) {
      assertThat(wait(from("10.0.0.1"))).isLessThanOrEqualTo(SignInLimits.LONGEST_WAIT);
      clock.advance(SignInLimits.LONGEST_WAIT);
    }
    assertThat(mayTry(from("10.0.0.1"))).isTrue();
  }

  @Test
  void remembersOnlySoMuch() {
    fail(SignInLimits.FREE_TRIES, from("10.0.0.1"));
    for (int i = 0; i < SignInLimits.MOST - 1; i++) {
      limits.failed(new Try("name " + i, Place.of("10.0.0.1"), false));
    }
    assertThat(mayTry(from("10.0.0.2"))).isFalse();
    limits.failed(new Try("one more", Place.of("10.0.0.1"), false));
    assertThat(mayTry(from("10.0.0.2"))).isTrue();
  }
}
