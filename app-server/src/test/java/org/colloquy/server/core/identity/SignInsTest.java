package org.colloquy.server.core.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.colloquy.model.Problem;
import org.colloquy.model.Problem.NotSignedIn.Why;
import org.colloquy.model.ProblemException;
import org.colloquy.model.Profile;
import org.colloquy.server.Problems;
import org.colloquy.server.TestCore;
import org.colloquy.server.core.audit.AuditEvent;
import org.colloquy.server.core.audit.AuditEvent.Action;
import org.colloquy.server.core.audit.AuditEvent.Outcome;
import org.colloquy.server.core.turn.ScriptedChatModel;
import org.colloquy.server.security.Argon2PasswordHasher;
import org.colloquy.server.security.RandomSecrets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignInsTest {
  private static final SessionTerms TERMS =
      new SessionTerms("test", new AccessTerms("", Duration.ofHours(1)), new Renewal.None());
  private static final Visitor HOME = new Visitor("10.0.0.7", "");
  private static final Problem WRONG = new Problem.NotSignedIn(Why.WRONG_PASSWORD);

  private final TestCore test = TestCore.with(ScriptedChatModel.saying("Hi"));
  private final Caller ole = test.member("ole");

  @AfterEach
  void close() {
    test.close();
  }

  private Sessions.Tokens signIn(String name, String password, Visitor from) {
    return test.core().sessions().signIn(name, password, TERMS, from);
  }

  private Problem wrong(String name, Visitor from) {
    return Problems.of(() -> signIn(name, "wrong", from));
  }

  private static Visitor from(String address) {
    return new Visitor(address, "");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ole", "OLE@example.org ", "nobody", "nobody@example.org", "owner"})
  void saysTheSameToEverybodyWhoIsWrong(String name) {
    for (int i = 0; i < SignInLimits.FREE_TRIES; i++) {
      assertThat(wrong(name, from("10.0.0.1"))).isEqualTo(WRONG);
    }
    assertThat(wrong(name, from("10.0.0.2")))
        .isEqualTo(new Problem.RateLimited(Duration.ofSeconds(32)));
  }

  @Test
  void countsBothNamesOfAnAccountTogether() {
    for (int i = 0; i < SignInLimits.FREE_TRIES; i++) {
      wrong(i % 2 == 0 ? "ole" : "ole@example.org", from("10.0.0.1"));
    }
    assertThat(wrong("ole", from("10.0.0.1"))).isInstanceOf(Problem.RateLimited.class);
    assertThat(wrong("ole@example.org", from("10.0.0.1"))).isInstanceOf(Problem.RateLimited.class);
  }

  @Test
  void locksNobodyOutWhoSignsInFromWhereTheyDidBefore() {
    signIn("ole", TestCore.PASSWORD, HOME);
    for (int i = 0; i < 1_000; i++) {
      wrong("ole", from("10.1." + i / 250 + "." + i % 250));
    }

    assertThat(Problems.of(() -> signIn("ole", TestCore.PASSWORD, from("10.2.0.1"))))
        .isInstanceOf(Problem.RateLimited.class);
    assertThat(signIn("ole", TestCore.PASSWORD, HOME)).isNotNull();
  }

  @Test
  void givesNoMoreTriesToAHundredAtOnce() throws InterruptedException {
    var go = new CountDownLatch(1);
    var wrong = new AtomicInteger();
    var threads =
        IntStream.range(0, 100)
            .mapToObj(i ->
                Thread.ofVirtual()
                    .start(() -> {
                      try {
                        go.await();
                        signIn("ole", "wrong", from("10.0.0." + i));
                      } catch (ProblemException e) {
                        if (e.problem().equals(WRONG)) {
                          wrong.incrementAndGet();
                        }
                      } catch (InterruptedException e) {
                        throw new AssertionError(e);
                      }
                    }))
            .toList();
    go.countDown();
    for (var thread : threads) {
      thread.join();
    }

    assertThat(wrong).hasValue(SignInLimits.FREE_TRIES);
  }

  @Test
  void improvesAnOldHashOfAPasswordThatIsRight() {
    var accounts = test.stores().accounts();
    // "old password" with 4 MiB and two rounds
    var weak =
        com.password4j.Argon2Function.getInstance(4_096, 2, 1, 32, com.password4j.types.Argon2.ID)
            .hash("old password", "0123456789abcdef")
            .getResult();
    accounts.changePassword(
        ole.account(), accounts.passwordHash(ole.account()).orElseThrow(), weak);
    var version = accounts.find(ole.account()).orElseThrow().passwordVersion();

    wrong("ole", HOME);
    assertThat(accounts.passwordHash(ole.account())).contains(weak);
    signIn("ole", "old password", HOME);

    assertThat(accounts.passwordHash(ole.account()).orElseThrow())
        .startsWith("$argon2id$v=19$m=7168,t=5,p=1$");
    assertThat(signIn("ole", "old password", HOME)).isNotNull();
    assertThat(accounts.find(ole.account()).orElseThrow().passwordVersion()).isEqualTo(version);
  }

  /// A hasher that notes what it was asked to compare with.
  private record WatchedHasher(PasswordHasher hasher, List<String> compared)
      implements PasswordHasher {
    @Override
    public boolean matches(String password, String hash) {
      compared.add(hash);
      return hasher.matches(password, hash);
    }

    @Override
    public String hash(String password) {
      return hasher.hash(password);
    }

    @Override
    public boolean isWeak(String hash) {
      return hasher.isWeak(hash);
    }

    @Override
    public String fingerprint(String hash) {
      return hasher.fingerprint(hash);
    }

    @Override
    public String unmatchable() {
      return hasher.unmatchable();
    }
  }

  @Test
  void doesTheSameWorkForEverybodyWhoIsWrong() {
    var hasher = new WatchedHasher(new Argon2PasswordHasher(new SecureRandom()), new ArrayList<>());
    var accounts = test.stores().accounts();
    var signIns =
        new SignIns(
            accounts,
            test.stores().sessions(),
            hasher,
            new Passwords(hasher),
            SignInLimits.ofPasswords(
                test.stores().wrongTries(), new RandomSecrets(new SecureRandom()), test.clock()),
            _ -> {});
    for (var name : List.of("ole", "nobody", "owner")) {
      var attempt = new SignIns.Attempt(name, "wrong", HOME);
      assertThat(Problems.of(() -> signIns.check(accounts.findByName(name), attempt)))
          .isEqualTo(WRONG);
    }

    assertThat(hasher.compared())
        .hasSize(3)
        .allSatisfy(hash -> assertThat(hash).startsWith("$argon2id$v=19$m=7168,t=5,p=1$"));
  }

  @Test
  void writesDownWhoWasRefusedAndNotWhatTheyTyped() {
    wrong("ole", HOME);
    wrong("a password typed as a name", HOME);

    assertThat(test.audited())
        .endsWith(
            new AuditEvent(Action.SIGN_IN, Outcome.REFUSED, ole.account(), "", "10.0.0.7"),
            new AuditEvent(Action.SIGN_IN, Outcome.REFUSED, null, "", "10.0.0.7"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "       ", "1234567", "12345678", "PassWord1", "qwertyuiop"})
  void takesNoPasswordThatIsShortOrTriedFirst(String password) {
    var accounts = test.core().accounts();
    var change = new AccountChange(null, null, password);
    var registration = new Registration("kari", "kari@example.org", password, Profile.EMPTY);

    assertThat(Problems.of(() -> accounts.register(registration, HOME)))
        .isInstanceOf(Problem.Invalid.class);
    assertThat(Problems.of(() -> accounts.change(ole, ole.account(), change)))
        .isInstanceOf(Problem.Invalid.class);
    assertThat(Problems.of(() -> accounts.changeSignIn(ole, "ole", "", password)))
        .isInstanceOf(Problem.Invalid.class);
  }

  @Test
  void takesPasswordsOfManyLettersAndSignsInWithThem() {
    var longest = "ø".repeat(Passwords.LONGEST);
    var accounts = test.core().accounts();
    accounts.change(ole, ole.account(), new AccountChange(null, null, longest));

    assertThat(signIn("ole", longest, HOME)).isNotNull();
    assertThat(
            Problems.of(() ->
                accounts.change(ole, ole.account(), new AccountChange(null, null, longest + "x"))))
        .isInstanceOf(Problem.Invalid.class);
    assertThat(Problems.of(() -> signIn("ole", longest + "x", HOME))).isEqualTo(WRONG);
  }
}
