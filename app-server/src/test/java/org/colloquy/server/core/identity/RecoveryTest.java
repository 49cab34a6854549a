package org.colloquy.server.core.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.colloquy.model.Account;
import org.colloquy.model.Problem;
import org.colloquy.model.Problem.NotSignedIn.Why;
import org.colloquy.model.Profile;
import org.colloquy.server.Problems;
import org.colloquy.server.TestCore;
import org.colloquy.server.core.turn.ScriptedChatModel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RecoveryTest {
  private static final AccessTerms RESET = new AccessTerms("reset", Recovery.LIFETIME);
  private static final AccessTerms VERIFY = new AccessTerms("verify", Recovery.LIFETIME);
  private static final SessionTerms TERMS =
      new SessionTerms("test", new AccessTerms("", Duration.ofHours(1)), new Renewal.None());
  private static final String OLE = "ole@example.org";
  private static final Problem NOT_GOOD = new Problem.NotSignedIn(Why.NOT_VALID);

  private final TestCore test = TestCore.with(ScriptedChatModel.saying("Hi"));
  private final Recovery recovery = test.core().recovery();
  private final Accounts accounts = test.core().accounts();
  private final Sessions sessions = test.core().sessions();
  private final Account ole = register("ole", OLE);

  @AfterEach
  void close() {
    test.close();
  }

  private Account register(String username, String email) {
    return accounts.register(
        new Registration(username, email, "old password", Profile.EMPTY), Visitor.PROGRAM);
  }

  private Sessions.Tokens signIn(String name, String password) {
    return sessions.signIn(name, password, TERMS, Visitor.PROGRAM);
  }

  private List<Path> letters() {
    try (var files = Files.list(test.letters())) {
      return files.filter(file -> file.toString().endsWith(".txt")).toList();
    } catch (IOException _) {
      return List.of(); // there is no folder before the first letter
    }
  }

  /// The token in the only letter that there is.
  private String token() {
    await().until(() -> letters().size() == 1);
    try (var lines = Files.lines(letters().getFirst())) {
      return lines.filter(line -> line.startsWith("eyJ")).findFirst().orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void givesANewPasswordForTheTokenInALetter() {
    recovery.forgotPassword("OLE@example.org ", RESET);

    recovery.resetPassword(token(), "new password", Visitor.PROGRAM);

    assertThat(signIn("ole", "new password")).isNotNull();
    assertThat(Problems.of(() -> signIn("ole", "old password")))
        .isEqualTo(new Problem.NotSignedIn(Why.WRONG_PASSWORD));
  }

  @Test
  void takesATokenOnce() {
    recovery.forgotPassword(OLE, RESET);
    var token = token();
    recovery.resetPassword(token, "new password", Visitor.PROGRAM);

    assertThat(Problems.of(() -> recovery.resetPassword(token, "another one", Visitor.PROGRAM)))
        .isEqualTo(NOT_GOOD);
    assertThat(signIn("ole", "new password")).isNotNull();
  }

  @Test
  void takesNoTokenOfAPasswordThatWasChangedOtherwise() {
    recovery.forgotPassword(OLE, RESET);
    var token = token();
    accounts.change(test.owner(), ole.id(), new AccountChange(null, null, "changed one"));

    assertThat(Problems.of(() -> recovery.resetPassword(token, "another one", Visitor.PROGRAM)))
        .isEqualTo(NOT_GOOD);
  }

  @Test
  void takesATokenForAnHour() {
    recovery.forgotPassword(OLE, RESET);
    var token = token();
    test.clock().advance(Recovery.LIFETIME);

    assertThat(Problems.of(() -> recovery.resetPassword(token, "another one", Visitor.PROGRAM)))
        .isEqualTo(NOT_GOOD);
  }

  @Test
  void takesNoTokenForAnotherPurpose() {
    recovery.forgotPassword(OLE, RESET);
    var reset = token();
    var access = signIn("ole", "old password").access();
    var wrong = new Problem.NotSignedIn(Why.WRONG_KIND);

    assertThat(Problems.of(() -> recovery.verify(reset))).isEqualTo(wrong);
    assertThat(Problems.of(() -> sessions.caller(reset, Visitor.PROGRAM))).isEqualTo(wrong);
    assertThat(Problems.of(() -> recovery.resetPassword(access, "another one", Visitor.PROGRAM)))
        .isEqualTo(wrong);
    assertThat(
            Problems.of(() -> recovery.resetPassword("nonsense", "another one", Visitor.PROGRAM)))
        .isEqualTo(NOT_GOOD);
  }

  @Test
  void wantsAPasswordAndKeepsTheTokenGoodUntilThereIsOne() {
    recovery.forgotPassword(OLE, RESET);
    var token = token();

    assertThat(Problems.of(() -> recovery.resetPassword(token, " ", Visitor.PROGRAM)))
        .isInstanceOf(Problem.Invalid.class);
    recovery.resetPassword(token, "new password", Visitor.PROGRAM);
    assertThat(signIn("ole", "new password")).isNotNull();
  }

  @Test
  void writesNoLetterToAnAddressThatNobodyHas() {
    register("kari@example.org", "other@example.org");

    recovery.forgotPassword("nobody@example.org", RESET);
    recovery.forgotPassword("kari@example.org", RESET);
    recovery.forgotPassword("ole", RESET);
    recovery.forgotPassword("", RESET);
    recovery.forgotPassword("x".repeat(1_000_000), RESET);
    recovery.close();

    assertThat(letters()).isEmpty();
  }

  @Test
  void writesOneLetterAMinuteToAnAccountAndDestroysOldOnes() {
    for (int i = 0; i < 5; i++) {
      recovery.forgotPassword(OLE, RESET);
      recovery.requestVerification(OLE, VERIFY);
    }
    await().until(() -> letters().size() == 2);

    test.clock().advance(Recovery.PAUSE);
    recovery.forgotPassword(OLE, RESET);
    await().until(() -> letters().size() == 3);

    test.clock().advance(Recovery.LIFETIME.plus(Duration.ofSeconds(1)));
    recovery.forgotPassword(OLE, RESET);
    recovery.close();
    assertThat(letters()).hasSize(1);
  }

  @Test
  void verifiesAnAddressOnce() {
    recovery.requestVerification(OLE, VERIFY);
    var token = token();

    assertThat(recovery.verify(token).verified()).isTrue();

    assertThat(accounts.find(test.owner(), ole.id()).verified()).isTrue();
    assertThat(Problems.of(() -> recovery.verify(token)))
        .isEqualTo(new Problem.Conflict("verification"));
    test.clock().advance(Recovery.PAUSE);
    recovery.requestVerification(OLE, VERIFY);
    recovery.close();
    assertThat(letters()).hasSize(1);
  }

  @Test
  void verifiesNoAddressThatWasChangedMeanwhile() {
    recovery.requestVerification(OLE, VERIFY);
    var token = token();
    accounts.change(test.owner(), ole.id(), new AccountChange(null, "new@example.org", null));

    assertThat(Problems.of(() -> recovery.verify(token))).isEqualTo(NOT_GOOD);
  }

  @Test
  void takesNoTokenOfAnAccountThatIsGone() {
    recovery.forgotPassword(OLE, RESET);
    var token = token();
    test.core().administration().remove(test.owner(), ole.id());

    assertThat(Problems.of(() -> recovery.resetPassword(token, "another one", Visitor.PROGRAM)))
        .isEqualTo(NOT_GOOD);
  }
}
