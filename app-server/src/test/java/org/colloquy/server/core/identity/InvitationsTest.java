package org.colloquy.server.core.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.colloquy.model.Account;
import org.colloquy.model.AccountRole;
import org.colloquy.model.Problem;
import org.colloquy.model.Problem.NotSignedIn.Why;
import org.colloquy.model.ProblemException;
import org.colloquy.server.Problems;
import org.colloquy.server.TestCore;
import org.colloquy.server.core.audit.AuditEvent;
import org.colloquy.server.core.audit.AuditEvent.Action;
import org.colloquy.server.core.audit.AuditEvent.Outcome;
import org.colloquy.server.core.turn.ScriptedChatModel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class InvitationsTest {
  private static final Problem NOT_GOOD = new Problem.NotSignedIn(Why.NOT_VALID);
  private static final Visitor GUESSER = new Visitor("9.9.9.9", "");

  private final TestCore test = TestCore.with(ScriptedChatModel.saying("Hi"));
  private final Invitations invitations = test.core().invitations();

  @AfterEach
  void close() {
    test.close();
  }

  private String code(AccountRole role) {
    return invitations.make(test.owner(), role, 7).code();
  }

  private Account accept(String code, String username) {
    return invitations.accept(code, username, TestCore.PASSWORD, Visitor.PROGRAM);
  }

  private Problem refused(String code, Visitor from) {
    return Problems.of(() -> invitations.accept(code, "ole", TestCore.PASSWORD, from));
  }

  @Test
  void makesAnAccountOfTheRoleThatSignsIn() {
    var account =
        accept(" " + code(AccountRole.GUEST).toLowerCase(Locale.ROOT).replace("-", " "), " ole ");

    assertThat(account.role()).isEqualTo(AccountRole.GUEST);
    assertThat(account.username()).isEqualTo("ole");
    assertThat(account.email()).isEmpty();
    assertThat(test.signIn("ole").access()).isNotEmpty();
  }

  @Test
  void worksOnceAlsoWhenManyComeAtOnce() {
    var code = code(AccountRole.MEMBER);
    var made = new AtomicInteger();
    var threads =
        IntStream.range(0, 10)
            .mapToObj(i ->
                Thread.ofVirtual()
                    .start(() -> {
                      try {
                        accept(code, "ole" + i);
                        made.incrementAndGet();
                      } catch (ProblemException _) {
                        // One of those who came too late.
                      }
                    }))
            .toList();
    threads.forEach(InvitationsTest::join);

    assertThat(made).hasValue(1);
    assertThat(test.core().administration().all(test.owner())).hasSize(2);
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void isNotUsedUpByANameThatIsTaken() {
    var code = code(AccountRole.MEMBER);

    assertThat(Problems.of(() -> accept(code, "OWNER")))
        .isEqualTo(new Problem.Conflict("username"));

    assertThat(accept(code, "ole").role()).isEqualTo(AccountRole.MEMBER);
  }

  @Test
  void isGoodForItsDaysAndUntilItIsRemoved() {
    var late = code(AccountRole.MEMBER);
    test.clock().advance(Duration.ofDays(7));
    var removed = invitations.make(test.owner(), AccountRole.MEMBER, 1);
    invitations.remove(test.owner(), removed.invitation().id());

    assertThat(refused(late, Visitor.PROGRAM)).isEqualTo(NOT_GOOD);
    assertThat(refused(removed.code(), Visitor.PROGRAM)).isEqualTo(NOT_GOOD);
    assertThat(invitations.all(test.owner()))
        .extracting(Invitation::usedAt)
        .containsOnlyNulls()
        .hasSize(1);
  }

  @Test
  void isNotGoodWhenWhoInvitedMayNoMore() {
    var kari = test.member("kari");
    var administration = test.core().administration();
    administration.change(
        test.owner(), kari.account(), new AccountAdministration.Change(AccountRole.OWNER, null));
    var owner = new Caller(kari.account(), AccountRole.OWNER, kari.proof(), Visitor.PROGRAM);
    var code = invitations.make(owner, AccountRole.MEMBER, 7).code();

    administration.change(
        test.owner(), kari.account(), new AccountAdministration.Change(null, true));

    assertThat(refused(code, Visitor.PROGRAM)).isEqualTo(NOT_GOOD);
  }

  @Test
  void letsWhoGuessesWaitAndNobodyElse() {
    var code = code(AccountRole.MEMBER);
    for (int i = 0; i < SignInLimits.FREE_TRIES; i++) {
      assertThat(refused("guess" + i, GUESSER)).isEqualTo(NOT_GOOD);
    }

    assertThat(refused(code, GUESSER)).isInstanceOf(Problem.RateLimited.class);
    assertThat(accept(code, "ole").username()).isEqualTo("ole");
  }

  @Test
  void isForThoseWhoManageAccounts() {
    var ole = test.member("ole");
    var invitation = invitations.make(test.owner(), AccountRole.MEMBER, 7).invitation();

    assertThat(
            List.of(
                Problems.of(() -> invitations.make(ole, AccountRole.OWNER, 7)),
                Problems.of(() -> invitations.all(ole)),
                Problems.of(() -> invitations.remove(ole, invitation.id()))))
        .allMatch(Problem.NotAllowed.class::isInstance);
  }

  @Test
  void isWrittenDownWithoutItsCode() {
    var made = invitations.make(test.owner(), AccountRole.MEMBER, 7);
    refused("a guess", GUESSER);
    var account = accept(made.code(), "ole");

    var id = made.invitation().id().toString();
    assertThat(test.audited())
        .containsExactly(
            test.owner().did(Action.INVITATION_MADE, id),
            new AuditEvent(Action.INVITATION_USED, Outcome.REFUSED, null, "", "9.9.9.9"),
            AuditEvent.done(Action.INVITATION_USED, account.id(), id, ""),
            AuditEvent.done(Action.ACCOUNT_MADE, account.id(), account.id(), ""));
    assertThat(made.toString()).doesNotContain(made.code());
  }
}
