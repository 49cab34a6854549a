package org.colloquy.server.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.colloquy.model.AccountId;
import org.colloquy.server.core.identity.AccountStore.SignIn;
import org.colloquy.server.core.identity.Place;
import org.colloquy.server.core.identity.RefreshToken;
import org.colloquy.server.core.identity.Session;
import org.colloquy.server.core.identity.SessionId;
import org.colloquy.server.core.identity.Visitor;
import org.junit.jupiter.api.Test;

class JdbiSessionStoreTest extends StoreTest {
  private static final Duration A_DAY = Duration.ofDays(1);

  private final JdbiSessionStore sessions = new JdbiSessionStore(database);
  private final JdbiAccountStore accounts = new JdbiAccountStore(database);
  private final AccountId ada = account("ada").id();
  private final AccountId eve = account("eve").id();

  JdbiSessionStoreTest(Kind kind) {
    super(kind);
  }

  private Session session(AccountId account, Instant startedAt) {
    return new Session(
        new SessionId(next()), account, "app", new Visitor("10.0.0.7", "a laptop"), startedAt);
  }

  private Session begun(AccountId account, Instant startedAt) {
    var session = session(account, startedAt);
    sessions.begin(new Session.InUse(session, startedAt, startedAt.plus(A_DAY)), null);
    return session;
  }

  private static RefreshToken token(String hash, SessionId session) {
    return new RefreshToken(hash, session, "salt of " + hash, NOON.plus(A_DAY), null);
  }

  @Test
  void findsASessionUntilItEnds() {
    var first = begun(ada, NOON);
    assertThat(sessions.find(first.id())).contains(first);

    assertThat(sessions.end(eve, first.id())).isFalse();
    assertThat(sessions.find(first.id())).contains(first);
    assertThat(sessions.end(ada, first.id())).isTrue();
    assertThat(sessions.end(ada, first.id())).isFalse();
    assertThat(sessions.find(first.id())).isEmpty();
  }

  @Test
  void listsAnAccountsSessionsTheLastOneFirst() {
    var first = begun(ada, NOON);
    var second = begun(ada, NOON.plusSeconds(1));
    begun(eve, NOON);
    sessions.used(first.id(), NOON.plusSeconds(60));
    sessions.extend(second.id(), NOON.plus(A_DAY).plusSeconds(60));
    sessions.extend(second.id(), NOON);

    assertThat(sessions.of(ada))
        .containsExactly(
            new Session.InUse(second, NOON.plusSeconds(1), NOON.plus(A_DAY).plusSeconds(60)),
            new Session.InUse(first, NOON.plusSeconds(60), NOON.plus(A_DAY)));
  }

  @Test
  void endsAllSessionsOfAnAccountButOne() {
    var first = begun(ada, NOON);
    var second = begun(ada, NOON);
    var third = begun(ada, NOON);
    var eves = begun(eve, NOON);

    assertThat(sessions.endAll(ada, second.id())).containsExactlyInAnyOrder(first.id(), third.id());

    assertThat(sessions.find(first.id())).isEmpty();
    assertThat(sessions.find(second.id())).contains(second);
    assertThat(sessions.endAll(ada, null)).containsExactly(second.id());
    assertThat(sessions.find(eves.id())).contains(eves);
  }

  @Test
  void forgetsSessionsThatExpiredWhenAnotherBegins() {
    var first = begun(ada, NOON);
    var second = begun(eve, NOON.plusSeconds(2));
    begun(eve, NOON.plus(A_DAY).plusSeconds(1));

    assertThat(sessions.find(first.id())).isEmpty();
    assertThat(sessions.find(second.id())).contains(second);
  }

  @Test
  void remembersWhereAnAccountSignedInFromForAWhile() {
    var there = Place.of("10.0.0.7");
    assertThat(sessions.knows(ada, there)).isFalse();

    begun(ada, NOON);
    begun(ada, NOON);

    assertThat(sessions.knows(ada, there)).isTrue();
    assertThat(sessions.knows(ada, Place.of("10.0.0.8"))).isFalse();
    assertThat(sessions.knows(eve, there)).isFalse();
    var later = NOON.plus(Place.MEMORY).plusSeconds(1);
    var session =
        new Session(new SessionId(next()), ada, "app", new Visitor("10.0.0.9", ""), later);
    sessions.begin(new Session.InUse(session, later, later.plus(A_DAY)), null);
    assertThat(sessions.knows(ada, there)).isFalse();
  }

  @Test
  void exchangesARefreshTokenOnce() {
    var session = session(ada, NOON);
    sessions.begin(new Session.InUse(session, NOON, NOON), token("one", session.id()));
    assertThat(sessions.refreshToken("one")).contains(token("one", session.id()));

    assertThat(sessions.exchange("one", token("two", session.id()), NOON.plusSeconds(5))).isTrue();
    assertThat(sessions.exchange("one", token("x", session.id()), NOON.plusSeconds(6))).isFalse();
    assertThat(sessions.exchange("none", token("x", session.id()), NOON)).isFalse();

    assertThat(sessions.refreshToken("one"))
        .map(RefreshToken::usedAt)
        .contains(NOON.plusSeconds(5));
    assertThat(sessions.refreshToken("two")).contains(token("two", session.id()));
    assertThat(sessions.refreshToken("x")).isEmpty();
    assertThat(sessions.of(ada)).map(Session.InUse::expiresAt).containsExactly(NOON.plus(A_DAY));
    sessions.end(ada, session.id());
    assertThat(sessions.refreshToken("one")).isEmpty();
    assertThat(sessions.refreshToken("two")).isEmpty();
  }

  @Test
  void exchangesARefreshTokenForOneOfManyAtOnce() throws InterruptedException {
    var session = session(ada, NOON);
    sessions.begin(new Session.InUse(session, NOON, NOON), token("one", session.id()));
    var go = new CountDownLatch(1);
    var exchanged = new AtomicInteger();
    var threads =
        IntStream.range(0, 8)
            .mapToObj(i ->
                Thread.ofVirtual()
                    .start(() -> {
                      try {
                        go.await();
                      } catch (InterruptedException e) {
                        throw new AssertionError(e);
                      }
                      if (sessions.exchange("one", token("next" + i, session.id()), NOON)) {
                        exchanged.incrementAndGet();
                      }
                    }))
            .toList();
    go.countDown();
    for (var thread : threads) {
      thread.join();
    }

    assertThat(exchanged).hasValue(1);
  }

  @Test
  void aNewPasswordEndsAllSessionsButOneAndIsCounted() {
    var first = begun(ada, NOON);
    var second = begun(ada, NOON);
    var eves = begun(eve, NOON);

    accounts.changeSignIn(ada, new SignIn("ada", "", null), null);
    assertThat(sessions.find(first.id())).isPresent();
    assertThat(accounts.find(ada).orElseThrow().passwordVersion()).isEqualTo(1);

    accounts.changeSignIn(ada, new SignIn("ada", "", "$new"), second.id());
    assertThat(sessions.find(first.id())).isEmpty();
    assertThat(sessions.find(second.id())).isPresent();
    assertThat(accounts.find(ada).orElseThrow().passwordVersion()).isEqualTo(2);

    assertThat(accounts.changePassword(ada, "$other", "$newer")).isEmpty();
    assertThat(accounts.changePassword(ada, null, "$newer")).isEmpty();
    assertThat(sessions.find(second.id())).isPresent();
    assertThat(accounts.changePassword(ada, "$new", "$newer")).isPresent();
    assertThat(sessions.find(second.id())).isEmpty();
    assertThat(accounts.passwordHash(ada)).contains("$newer");
    assertThat(accounts.find(ada).orElseThrow().passwordVersion()).isEqualTo(3);
    assertThat(sessions.find(eves.id())).isPresent();
    assertThat(accounts.changePassword(eve, null, "$first")).isPresent();
  }

  @Test
  void aBetterHashOfTheSamePasswordEndsNothing() {
    accounts.changePassword(ada, null, "$old");
    var session = begun(ada, NOON);

    accounts.rehash(ada, "$other", "$better");
    assertThat(accounts.passwordHash(ada)).contains("$old");
    accounts.rehash(ada, "$old", "$better");

    assertThat(accounts.passwordHash(ada)).contains("$better");
    assertThat(accounts.find(ada).orElseThrow().passwordVersion()).isEqualTo(2);
    assertThat(sessions.find(session.id())).isPresent();
  }

  @Test
  void anAccountTakesItsSessionsWithIt() {
    var session = session(ada, NOON);
    sessions.begin(new Session.InUse(session, NOON, NOON), token("one", session.id()));

    accounts.remove(ada);

    assertThat(sessions.find(session.id())).isEmpty();
    assertThat(sessions.of(ada)).isEqualTo(List.of());
    assertThat(sessions.refreshToken("one")).isEmpty();
    assertThat(sessions.knows(ada, Place.of("10.0.0.7"))).isFalse();
  }
}
