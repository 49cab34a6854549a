package org.colloquy.server.core.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.colloquy.model.AccountId;
import org.colloquy.model.Problem;
import org.colloquy.model.Problem.NotSignedIn.Why;
import org.colloquy.model.ProblemException;
import org.colloquy.server.Problems;
import org.colloquy.server.TestCore;
import org.colloquy.server.core.audit.AuditEvent.Action;
import org.colloquy.server.core.turn.ScriptedChatModel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ResetCodesTest {
  private static final SessionTerms TERMS =
      new SessionTerms("test", new AccessTerms("", Duration.ofHours(1)), new Renewal.None());
  private static final Problem NOT_GOOD = new Problem.NotSignedIn(Why.NOT_VALID);
  private static final String NEW = "another password";

  private final TestCore test = TestCore.with(ScriptedChatModel.saying("Hi"));
  private final ResetCodes codes = test.core().resetCodes();
  private final Sessions sessions = test.core().sessions();
  private final Caller ole = test.member("ole");

  @AfterEach
  void close() {
    test.close();
  }

  private String code() {
    return codes.make(test.owner(), ole.account()).code();
  }

  private Problem refused(String name, String code) {
    return Problems.of(() -> codes.use(name, code, NEW, Visitor.PROGRAM));
  }

  private void signIn(String password) {
    sessions.signIn("ole", password, TERMS, Visitor.PROGRAM);
  }

  @Test
  void givesANewPasswordAndEndsAllSessions() {
    var token = test.signIn("ole").access();

    codes.use("OLE@example.org ", code(), NEW, Visitor.PROGRAM);

    signIn(NEW);
    assertThat(Problems.of(() -> signIn(TestCore.PASSWORD)))
        .isEqualTo(new Problem.NotSignedIn(Why.WRONG_PASSWORD));
    assertThat(Problems.of(() -> sessions.caller(token, Visitor.PROGRAM))).isEqualTo(NOT_GOOD);
  }

  @Test
  void isReadable() {
    assertThat(code()).matches("([0-9A-HJKMNP-TV-Z]{4}-){6}[0-9A-HJKMNP-TV-Z]{4}");
    assertThat(code()).isNotEqualTo(code());
  }

  @Test
  void takesACodeHoweverItIsTyped() {
    var typed =
        code().toLowerCase(Locale.ROOT).replace("-", " ").replace('0', 'o').replace('1', 'l');

    codes.use("ole", " " + typed, NEW, Visitor.PROGRAM);

    signIn(NEW);
  }

  @Test
  void takesACodeOnceForADayAndTheLastOneOnly() {
    var older = code();
    var code = code();
    assertThat(refused("ole", older)).isEqualTo(NOT_GOOD);
    codes.use("ole", code, NEW, Visitor.PROGRAM);
    assertThat(refused("ole", code)).isEqualTo(NOT_GOOD);

    var late = code();
    test.clock().advance(ResetCodes.LIFETIME);
    assertThat(refused("ole", late)).isEqualTo(NOT_GOOD);
  }

  @Test
  void saysTheSameWhateverIsWrong() {
    var code = code();
    test.member("kari");

    assertThat(refused("ole", "nonsense")).isEqualTo(NOT_GOOD);
    assertThat(refused("ole", "")).isEqualTo(NOT_GOOD);
    assertThat(refused("kari", code)).isEqualTo(NOT_GOOD);
    assertThat(refused("nobody", code)).isEqualTo(NOT_GOOD);
    codes.use("ole", code, NEW, Visitor.PROGRAM);
  }

  @Test
  void keepsACodeUntilThereIsAGoodPassword() {
    var code = code();
    assertThat(Problems.of(() -> codes.use("ole", code, "short", Visitor.PROGRAM)))
        .isInstanceOf(Problem.Invalid.class);

    codes.use("ole", code, NEW, Visitor.PROGRAM);
  }

  @Test
  void letsOneOfManyUseItAtOnce() throws InterruptedException {
    var code = code();
    var go = new CountDownLatch(1);
    var done = new AtomicInteger();
    var threads =
        IntStream.range(0, 8)
            .mapToObj(i ->
                Thread.ofVirtual()
                    .start(() -> {
                      try {
                        go.await();
                        codes.use("ole", code, NEW + i, Visitor.PROGRAM);
                        done.incrementAndGet();
                      } catch (ProblemException e) {
                        assertThat(e.problem()).isEqualTo(NOT_GOOD);
                      } catch (InterruptedException e) {
                        throw new AssertionError(e);
                      }
                    }))
            .toList();
    go.countDown();
    for (var thread : threads) {
      thread.join();
    }

    assertThat(done).hasValue(1);
  }

  @Test
  void isForTheOwnerToMake() {
    assertThat(Problems.of(() -> codes.make(ole, ole.account())))
        .isInstanceOf(Problem.NotAllowed.class);
    assertThat(Problems.of(() -> codes.make(test.owner(), new AccountId(new java.util.UUID(0, 0)))))
        .isEqualTo(new Problem.NotFound("account"));
  }

  @Test
  void isWrittenDownWithoutTheCode() {
    var code = code();
    codes.use("ole", code, NEW, Visitor.PROGRAM);

    assertThat(test.audited())
        .filteredOn(event -> event.object().equals(ole.account().toString()))
        .extracting("action", "account")
        .contains(
            org.assertj.core.groups.Tuple.tuple(Action.RESET_CODE_MADE, test.owner().account()),
            org.assertj.core.groups.Tuple.tuple(Action.PASSWORD_CHANGED, ole.account()));
    assertThat(test.audited().toString()).doesNotContain(code).doesNotContain(NEW);
  }
}
