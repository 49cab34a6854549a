package org.colloquy.server.core.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.colloquy.model.Problem;
import org.colloquy.model.Problem.NotSignedIn.Why;
import org.colloquy.server.Problems;
import org.colloquy.server.TestCore;
import org.colloquy.server.core.audit.AuditEvent.Action;
import org.colloquy.server.core.audit.AuditEvent.Outcome;
import org.colloquy.server.core.identity.Sessions.Tokens;
import org.colloquy.server.core.turn.ScriptedChatModel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SessionsTest {
  private static final Duration IDLE = Duration.ofDays(14);
  private static final Duration MOST = Duration.ofDays(90);
  private static final SessionTerms OURS =
      new SessionTerms(
          "app", new AccessTerms("", Duration.ofMinutes(10)), new Renewal.Rotating(IDLE, MOST));
  private static final SessionTerms A_DAY =
      new SessionTerms("other", new AccessTerms("", Duration.ofDays(1)), new Renewal.None());
  private static final Visitor LAPTOP = new Visitor("10.0.0.7", "a laptop");
  private static final Problem NOT_GOOD = new Problem.NotSignedIn(Why.NOT_VALID);

  private final TestCore test = TestCore.with(ScriptedChatModel.saying("Hi"));
  private final Sessions sessions = test.core().sessions();
  private final OpenSessions open = test.core().openSessions();
  private final Caller ole = test.member("ole");

  @AfterEach
  void close() {
    test.close();
  }

  private Tokens signIn() {
    return sessions.signIn("ole", TestCore.PASSWORD, OURS, LAPTOP);
  }

  private Caller caller(Tokens tokens) {
    return sessions.caller(tokens.access(), LAPTOP);
  }

  private Tokens refresh(Tokens tokens) {
    return sessions.refresh(tokens.refresh(), OURS, LAPTOP);
  }

  private void assertRefused(Tokens tokens) {
    assertThat(Problems.of(() -> refresh(tokens))).isEqualTo(NOT_GOOD);
  }

  private void assertEnded(Tokens tokens) {
    assertThat(Problems.of(() -> caller(tokens))).isEqualTo(NOT_GOOD);
    assertRefused(tokens);
  }

  @Test
  void tellsWhereOneIsSignedInAndWhichOfThemIsAsking() {
    var first = caller(signIn());
    test.clock().advance(Duration.ofMinutes(1));
    var second =
        caller(new Tokens(sessions.signIn("ole", TestCore.PASSWORD, A_DAY, LAPTOP).access(), ""));
    test.member("kari");
    test.signIn("kari");

    var all = open.all(second);

    assertThat(all)
        .extracting(session -> session.session().id())
        .containsExactly(second.session(), first.session());
    assertThat(all.getFirst().session().from()).isEqualTo(LAPTOP);
    assertThat(all).extracting(session -> session.session().api()).containsExactly("other", "app");
    assertThat(open.all(test.owner())).isEmpty();
  }

  @Test
  void endsOneAndLeavesTheOthers() {
    var here = signIn();
    var there = signIn();

    open.end(caller(here), Objects.requireNonNull(caller(there).session()));

    assertEnded(there);
    assertThat(caller(here)).isNotNull();
  }

  @Test
  void endsAllOthersOrTheOneThatAsks() {
    var here = signIn();
    var there = signIn();

    open.endOthers(caller(here));
    assertEnded(there);

    open.signOut(caller(here));
    assertEnded(here);
    open.signOut(test.owner());
  }

  @Test
  void endsNobodyElses() {
    var oles = signIn();
    test.member("kari");
    var kari = sessions.caller(test.signIn("kari").access(), LAPTOP);
    var id = Objects.requireNonNull(caller(oles).session());

    assertThat(Problems.of(() -> open.end(kari, id))).isEqualTo(new Problem.NotFound("session"));
    assertThat(caller(oles)).isNotNull();
  }

  @Test
  void aNewPasswordEndsAllSessionsButTheOneThatChoseIt() {
    var here = signIn();
    var there = signIn();

    test.core().accounts().change(caller(here), ole.account(), password("another password"));

    assertEnded(there);
    assertThat(caller(refresh(here))).isNotNull();
    test.core().accounts().change(test.owner(), ole.account(), password("a third password"));
    assertEnded(here);
  }

  private static AccountChange password(String password) {
    return new AccountChange(null, null, password);
  }

  @Test
  void anotherNameEndsNothing() {
    var tokens = signIn();

    test.core()
        .accounts()
        .change(ole, ole.account(), new AccountChange("olav", "olav@example.org", null));

    assertThat(caller(tokens)).isNotNull();
  }

  @Test
  void renewsAnAccessTokenWithinItsSession() {
    var first = sessions.signIn("ole", TestCore.PASSWORD, A_DAY, LAPTOP).access();
    test.clock().advance(Duration.ofHours(23));
    var second = sessions.renew(sessions.caller(first, LAPTOP), A_DAY);
    test.clock().advance(Duration.ofHours(23));
    test.signIn("ole");

    var caller = sessions.caller(second, LAPTOP);
    assertThat(caller.session()).isNotNull();
    open.signOut(caller);
    assertThat(Problems.of(() -> sessions.caller(second, LAPTOP))).isEqualTo(NOT_GOOD);
    assertThat(Problems.of(() -> sessions.renew(test.owner(), A_DAY))).isEqualTo(NOT_GOOD);
  }

  @Test
  void exchangesARefreshTokenForAnotherOne() {
    var first = signIn();
    var second = refresh(first);

    assertThat(second.refresh()).isNotEqualTo(first.refresh()).hasSize(43);
    assertThat(caller(second).session()).isEqualTo(caller(first).session());
    assertThat(caller(refresh(second))).isNotNull();
    assertThat(test.audited()).extracting("action").doesNotContain(Action.REFRESH_REUSED);
  }

  @Test
  void answersTheSameToWhoAsksTwiceWithinTenSeconds() {
    var first = signIn();
    var second = refresh(first);
    test.clock().advance(RefreshTokens.GRACE);

    assertThat(refresh(first).refresh()).isEqualTo(second.refresh());
    assertThat(caller(refresh(second))).isNotNull();
  }

  @Test
  void endsTheSessionWhenATokenIsUsedAgainAfterTenSeconds() {
    var first = signIn();
    var second = refresh(first);
    test.clock().advance(RefreshTokens.GRACE.plusMillis(1));

    assertRefused(first);
    assertEnded(first);
    assertEnded(second);
    assertReuseIsNoted();
  }

  @Test
  void endsTheSessionAtOnceWhenTheOneBeforeTheLastIsUsedAgain() {
    var first = signIn();
    var second = refresh(first);
    var third = refresh(second);

    assertRefused(first);
    assertEnded(first);
    assertEnded(second);
    assertEnded(third);
    assertReuseIsNoted();
  }

  @Test
  void endsNoOtherSessionThen() {
    var other = signIn();
    var first = signIn();
    var second = refresh(first);
    refresh(second);

    assertRefused(first);
    assertEnded(second);

    assertThat(caller(refresh(other))).isNotNull();
  }

  private void assertReuseIsNoted() {
    assertThat(test.audited())
        .filteredOn(event -> event.action() == Action.REFRESH_REUSED)
        .singleElement()
        .satisfies(event -> {
          assertThat(event.account()).isEqualTo(ole.account());
          assertThat(event.outcome()).isEqualTo(Outcome.REFUSED);
          assertThat(event.address()).isEqualTo("10.0.0.7");
        });
  }

  @Test
  void neverSignsOutTwoThatAskAtOnce() throws InterruptedException, ExecutionException {
    var current = signIn();
    var together = new CyclicBarrier(2);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 100; i++) {
        var shown = current;
        var one = threads.submit(() -> together.await() >= 0 ? refresh(shown) : shown);
        var other = threads.submit(() -> together.await() >= 0 ? refresh(shown) : shown);

        assertThat(one.get().refresh()).isEqualTo(other.get().refresh());
        current = one.get();
      }
    }
    assertThat(caller(current)).isNotNull();
  }

  @Test
  void takesNoRefreshTokenThatNobodyUsedForTwoWeeks() {
    var tokens = signIn();
    test.clock().advance(IDLE);

    assertThat(Problems.of(() -> refresh(tokens))).isEqualTo(NOT_GOOD);
  }

  @Test
  void endsASessionAfterNinetyDaysHoweverOftenItIsUsed() {
    var tokens = signIn();
    for (int day = 0; day < 84; day += 7) {
      test.clock().advance(Duration.ofDays(7));
      tokens = refresh(tokens);
    }
    test.clock().advance(Duration.ofDays(6).minusSeconds(1));
    var last = refresh(tokens);
    test.clock().advance(Duration.ofSeconds(1));

    assertThat(Problems.of(() -> refresh(last))).isEqualTo(NOT_GOOD);
  }

  @Test
  void takesNoOtherTokenToBeExchanged() {
    var tokens = signIn();

    for (var text : List.of("", "nonsense", tokens.access(), "x".repeat(100_000))) {
      assertThat(Problems.of(() -> sessions.refresh(text, OURS, LAPTOP))).isEqualTo(NOT_GOOD);
    }
    assertThat(caller(refresh(tokens))).isNotNull();
    assertThat(Problems.of(() -> sessions.refresh(tokens.refresh(), A_DAY, LAPTOP)))
        .isEqualTo(NOT_GOOD);
  }

  @Test
  void checksATokenWithoutAskingTheDatabase() {
    var tokens = signIn();
    caller(tokens);
    test.database().forget();

    for (int i = 0; i < 100; i++) {
      caller(tokens);
    }

    assertThat(test.database().statements()).isEmpty();
  }

  @Test
  void notesTheLastUseEveryFewMinutes() {
    var tokens = signIn();
    var caller = caller(tokens);
    test.clock().advance(Duration.ofMinutes(4));
    caller(tokens);
    assertThat(open.all(caller).getFirst().lastUsedAt())
        .isEqualTo(test.clock().instant().minus(Duration.ofMinutes(4)));

    test.clock().advance(Duration.ofMinutes(1));
    caller(tokens);

    assertThat(open.all(caller).getFirst().lastUsedAt()).isEqualTo(test.clock().instant());
  }

  @Test
  void forgetsSessionsThatExpired() {
    var caller = caller(signIn());
    test.clock().advance(IDLE.plusDays(1));
    test.member("kari");
    test.signIn("kari");

    assertThat(open.all(caller)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(longs = {61, -61, 3_600, -3_600})
  void signsInAgainWhenTheClockJumps(long seconds) {
    var before = signIn();
    test.clock().advance(Duration.ofSeconds(seconds));

    assertThat(caller(signIn())).isNotNull();
    assertThat(caller(refresh(before))).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(longs = {3_650, -3_650})
  void bearsTenYearsForthAndBack(long days) {
    var before = signIn();
    test.clock().advance(Duration.ofDays(days));
    assertThat(Problems.of(() -> caller(before))).isEqualTo(NOT_GOOD);
    var meanwhile = signIn();
    assertThat(caller(meanwhile)).isNotNull();

    test.clock().advance(Duration.ofDays(-days));

    assertThat(caller(signIn())).isNotNull();
    assertThat(Problems.of(() -> caller(meanwhile))).isEqualTo(NOT_GOOD);
  }

  @Test
  void writesDownWhoSignedInAndOut() {
    var caller = caller(signIn());
    open.signOut(caller);

    var id = String.valueOf(caller.session());
    assertThat(test.audited())
        .filteredOn(event -> event.object().equals(id))
        .extracting("action", "outcome", "account", "address")
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                Action.SIGN_IN, Outcome.DONE, ole.account(), "10.0.0.7"),
            org.assertj.core.groups.Tuple.tuple(
                Action.SIGN_OUT, Outcome.DONE, ole.account(), "10.0.0.7"));
    assertThat(test.audited().toString())
        .doesNotContain(TestCore.PASSWORD)
        .contains("ACCOUNT_MADE");
  }
}
