package org.colloquy.server.core.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Executors;
import org.colloquy.model.AccountId;
import org.colloquy.model.AccountRole;
import org.colloquy.model.Problem;
import org.colloquy.model.Problem.NotSignedIn.Why;
import org.colloquy.model.ProblemException;
import org.colloquy.server.Problems;
import org.colloquy.server.TestCore;
import org.colloquy.server.core.audit.AuditEvent;
import org.colloquy.server.core.audit.AuditEvent.Action;
import org.colloquy.server.core.identity.AccountAdministration.Change;
import org.colloquy.server.core.turn.ScriptedChatModel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AccountAdministrationTest {
  private static final Change SHUT_OUT = new Change(null, true);
  private static final Change LET_IN = new Change(null, false);
  private static final Problem LAST_OWNER = new Problem.NotAllowed("there has to be an owner");

  private final TestCore test = TestCore.with(ScriptedChatModel.saying("Hi"));
  private final AccountAdministration administration = test.core().administration();
  private final Sessions sessions = test.core().sessions();
  private final Caller owner = test.owner();
  private final Caller ole = test.member("ole");

  @AfterEach
  void close() {
    test.close();
  }

  private List<Action> done() {
    return test.audited().stream()
        .filter(event -> ole.account().toString().equals(event.object()))
        .map(AuditEvent::action)
        .filter(action -> action != Action.ACCOUNT_MADE)
        .toList();
  }

  @Test
  void isForOwners() {
    var notAllowed = new Problem.NotAllowed("it needs the right to admin");
    assertThat(Problems.of(() -> administration.all(ole))).isEqualTo(notAllowed);
    assertThat(Problems.of(() -> administration.change(ole, ole.account(), LET_IN)))
        .isEqualTo(notAllowed);
    assertThat(Problems.of(() -> administration.remove(ole, owner.account())))
        .isEqualTo(new Problem.NotFound("account"));
    assertThat(administration.all(owner)).hasSize(2);
  }

  @Test
  void givesAnotherRoleThatCountsAtOnce() {
    var token = test.signIn("ole").access();

    administration.change(owner, ole.account(), new Change(AccountRole.GUEST, null));

    var guest = sessions.caller(token, Visitor.PROGRAM);
    assertThat(guest.role()).isEqualTo(AccountRole.GUEST);
    assertThat(guest.may(Scope.KEYS)).isFalse();
    assertThat(done()).containsExactly(Action.ROLE_CHANGED);
  }

  @Test
  void shutsOutAtOnceAndAsIfThePasswordWereWrong() {
    var tokens = test.signIn("ole");

    assertThat(administration.change(owner, ole.account(), SHUT_OUT).disabled()).isTrue();

    var gone = new Problem.NotSignedIn(Why.NO_ACCOUNT);
    assertThat(Problems.of(() -> test.signIn("ole")))
        .isEqualTo(
            Problems.of(() ->
                sessions.signIn("ole", "a wrong password", TestCore.ANY_CLIENT, Visitor.PROGRAM)))
        .isEqualTo(new Problem.NotSignedIn(Why.WRONG_PASSWORD));
    assertThat(Problems.of(() -> sessions.caller(tokens.access(), Visitor.PROGRAM)))
        .isEqualTo(gone);
    assertThat(
            Problems.of(
                () -> sessions.refresh(tokens.refresh(), TestCore.ANY_CLIENT, Visitor.PROGRAM)))
        .isInstanceOf(Problem.NotSignedIn.class);
    assertThat(Problems.of(() -> test.core().accounts().get(ole))).isEqualTo(gone);
    assertThat(done()).containsExactly(Action.ACCOUNT_DISABLED);
  }

  @Test
  void letsInAgain() {
    administration.change(owner, ole.account(), SHUT_OUT);
    administration.change(owner, ole.account(), LET_IN);

    assertThat(test.signIn("ole").access()).isNotEmpty();
    assertThat(done()).containsExactly(Action.ACCOUNT_DISABLED, Action.ACCOUNT_ENABLED);
  }

  @Test
  void lettingInAgainRevivesNoSignIn() {
    var tokens = test.signIn("ole");
    administration.change(owner, ole.account(), SHUT_OUT);
    administration.change(owner, ole.account(), LET_IN);

    assertThat(Problems.of(() -> sessions.caller(tokens.access(), Visitor.PROGRAM)))
        .isEqualTo(new Problem.NotSignedIn(Why.NOT_VALID));
  }

  @Test
  void notesNothingWhenNothingChanged() {
    administration.change(owner, ole.account(), new Change(AccountRole.MEMBER, false));
    assertThat(done()).isEmpty();
  }

  @Test
  void keepsTheLastOwner() {
    var id = owner.account();
    for (var change : List.of(SHUT_OUT, new Change(AccountRole.MEMBER, null))) {
      assertThat(Problems.of(() -> administration.change(owner, id, change))).isEqualTo(LAST_OWNER);
    }
    assertThat(Problems.of(() -> administration.remove(owner, id))).isEqualTo(LAST_OWNER);

    administration.change(owner, ole.account(), new Change(AccountRole.OWNER, true));
    assertThat(Problems.of(() -> administration.remove(owner, id))).isEqualTo(LAST_OWNER);

    administration.change(owner, ole.account(), LET_IN);
    administration.remove(owner, id);
    assertThat(test.core().accounts().localOwner().id()).isEqualTo(ole.account());
  }

  @Test
  void keepsAnOwnerWhenAllGoAtTheSameTime() {
    administration.change(owner, ole.account(), new Change(AccountRole.OWNER, null));
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      threads.execute(() -> shutOut(owner.account()));
      threads.execute(() -> shutOut(ole.account()));
    }
    assertThat(administration.all(owner))
        .filteredOn(account -> !account.disabled())
        .singleElement()
        .satisfies(account -> assertThat(account.role()).isEqualTo(AccountRole.OWNER));
  }

  private void shutOut(AccountId id) {
    try {
      administration.change(owner, id, SHUT_OUT);
    } catch (ProblemException e) {
      assertThat(e.problem()).isEqualTo(LAST_OWNER);
    }
  }

  @Test
  void removesForOneselfToo() {
    administration.remove(ole, ole.account());

    assertThat(administration.all(owner)).hasSize(1);
    assertThat(done()).containsExactly(Action.ACCOUNT_REMOVED);
    assertThat(Problems.of(() -> administration.change(owner, ole.account(), SHUT_OUT)))
        .isEqualTo(new Problem.NotFound("account"));
  }
}
