package org.colloquy.server.core.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.server.Problems;
import org.colloquy.server.SettableClock;
import org.colloquy.server.core.identity.SignInLimits.Try;
import org.colloquy.server.security.RandomSecrets;
import org.colloquy.server.storage.Database;
import org.colloquy.server.storage.JdbiWrongTryStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignInLimitsTest {
  private final SettableClock clock = new SettableClock();
  private final Database database = Database.inMemory();
  private final SecretMaker secrets = new RandomSecrets(new SecureRandom());
  private final WrongTryStore store = new JdbiWrongTryStore(database);
  private final SignInLimits limits = SignInLimits.ofPasswords(store, secrets, clock);

  @AfterEach
  void close() {
    database.close();
  }

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
        limits.begin(attempt.apply(i));
        guesses++;
      }
      clock.advance(Duration.ofSeconds(1));
    }
    return guesses;
  }

  private void fail(int times, Try attempt) {
    for (int i = 0; i < times; i++) {
      limits.begin(attempt);
    }
  }

  /// Fails so often that the next try has to wait as long as it can.
  private void failUntilTheLongestWait(Try attempt) {
    fail(SignInLimits.FREE_TRIES, attempt);
    while (wait(attempt).compareTo(SignInLimits.LONGEST_WAIT) < 0) {
      clock.advance(wait(attempt));
      limits.begin(attempt);
    }
  }

  /// Tries so many names from a place that the next one has to wait.
  private void failAtManyNames(String address) {
    for (int i = 0; i < SignInLimits.FROM_ONE_PLACE; i++) {
      limits.begin(new Try("name " + i, Place.of(address), false));
    }
  }

  private void succeed(Try attempt) {
    limits.begin(attempt);
    limits.succeeded(attempt);
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
      limits.begin(from("10.0.0.1"));
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
    fail(SignInLimits.FREE_TRIES - 1, from("10.0.0.1"));
    succeed(from("10.0.0.1"));
    fail(SignInLimits.FREE_TRIES, from("10.0.0.1"));
    assertThat(mayTry(from("10.0.0.1"))).isFalse();
  }

  @Test
  void anAccountOfOnesOwnBuysNoMoreTriesAtOthers() {
    for (int i = 0; i < SignInLimits.FROM_ONE_PLACE; i++) {
      limits.begin(new Try("name " + i, Place.of("10.0.0.1"), false));
      if (i < SignInLimits.FROM_ONE_PLACE - 1) {
        succeed(new Try("mine", Place.of("10.0.0.1"), true));
      }
    }
    assertThat(mayTry(from("10.0.0.1"))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(longs = {3_650 * 86_400L, 61, 3_600, 0, -61, -3_600, -3_650 * 86_400L})
  void makesNobodyWaitLongerWhenTheClockJumps(long seconds) {
    failUntilTheLongestWait(from("10.0.0.2"));
    failAtManyNames("10.0.0.1");
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
    var others =
        IntStream.range(1, WrongTryStore.MOST)
            .mapToObj(i -> new WrongTryStore.Subject("password target", "other " + i))
            .toList();
    var now = clock.instant();
    var once = new WrongTries(1, now, now.plusSeconds(600));
    store.change(others, _ -> others.stream().collect(Collectors.toMap(other -> other, _ -> once)));
    assertThat(mayTry(from("10.0.0.2"))).isFalse();
    limits.begin(new Try("one more", Place.of("10.0.0.3"), false));
    assertThat(mayTry(from("10.0.0.2"))).isTrue();
  }

  @Test
  void countsInvitationsApartFromPasswords() {
    var invitations = SignInLimits.ofInvitations(store, secrets, clock);
    fail(SignInLimits.FREE_TRIES, from("10.0.0.1"));
    failAtManyNames("10.0.0.2");

    invitations.begin(from("10.0.0.1"));
    invitations.begin(from("10.0.0.2"));

    assertThat(mayTry(from("10.0.0.1"))).isFalse();
    assertThat(mayTry(from("10.0.0.2"))).isFalse();
  }

  @Test
  void countsATryThatIsRightAtNeitherPlaceNorAccount() {
    for (int i = 0; i < 2 * SignInLimits.FROM_ONE_PLACE; i++) {
      succeed(known("10.0.0.1"));
    }
    fail(SignInLimits.FREE_TRIES, known("10.0.0.1"));
    assertThat(mayTry(new Try("ole", Place.of("10.0.0.1"), false))).isTrue();
  }
}
