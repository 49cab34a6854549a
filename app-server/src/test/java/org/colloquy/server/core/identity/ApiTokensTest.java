package org.colloquy.server.core.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.colloquy.model.AccountRole;
import org.colloquy.model.Problem;
import org.colloquy.model.Problem.NotSignedIn.Why;
import org.colloquy.server.Problems;
import org.colloquy.server.TestCore;
import org.colloquy.server.core.audit.AuditEvent;
import org.colloquy.server.core.turn.ScriptedChatModel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ApiTokensTest {
  private static final Set<Scope> READING = Set.of(Scope.READ);

  private final TestCore test = TestCore.with(ScriptedChatModel.saying("Hi"));
  private final ApiTokens tokens = test.core().apiTokens();
  private final Caller ole = test.member("ole");

  @AfterEach
  void close() {
    test.close();
  }

  private ApiTokens.Made made(Caller caller, Scope... scopes) {
    return tokens.make(caller, new ApiTokens.Wish(" notebook ", Set.of(scopes), 30));
  }

  private Problem refused(String token) {
    return Problems.of(() -> tokens.caller(token, Visitor.PROGRAM));
  }

  private void become(Caller caller, AccountRole role) {
    test.core()
        .administration()
        .change(test.owner(), caller.account(), new AccountAdministration.Change(role, null));
  }

  @Test
  void provesItsAccountWithWhatItWasGiven() {
    var made = made(ole, Scope.READ, Scope.WRITE);

    var caller = tokens.caller(made.token(), Visitor.PROGRAM);

    assertThat(caller.account()).isEqualTo(ole.account());
    assertThat(caller.proof()).isEqualTo(Caller.Proof.API_TOKEN);
    assertThat(caller.scopes()).containsExactlyInAnyOrder(Scope.READ, Scope.WRITE);
    assertThat(made.entry().name()).isEqualTo("notebook");
    assertThat(made.token()).endsWith(made.entry().lastFour());
    assertThat(made.toString()).doesNotContain(made.token());
  }

  @Test
  void isNotKept() {
    var made = made(ole, Scope.READ);
    var stored =
        test.database()
            .read(handle -> handle.createQuery("select * from api_token").mapToMap().list());
    assertThat(stored.toString()).contains("notebook").doesNotContain(made.token());
  }

  @Test
  void neverMayMoreThanItsOwner() {
    assertThat(Problems.of(() -> made(ole, Scope.READ, Scope.ADMIN)))
        .isEqualTo(new Problem.NotAllowed("it needs the right to admin"));

    var all = made(ole, Scope.READ, Scope.WRITE, Scope.KEYS, Scope.ACCOUNT).token();
    become(ole, AccountRole.GUEST);
    assertThat(tokens.caller(all, Visitor.PROGRAM).scopes())
        .containsExactlyInAnyOrder(Scope.READ, Scope.WRITE, Scope.ACCOUNT);
    become(ole, AccountRole.OWNER);
    assertThat(tokens.caller(all, Visitor.PROGRAM).scopes()).doesNotContain(Scope.ADMIN);
  }

  @Test
  void isMadeByPeopleWhoMay() {
    var program = tokens.caller(made(ole, Scope.READ, Scope.ACCOUNT).token(), Visitor.PROGRAM);
    assertThat(Problems.of(() -> made(program, Scope.READ)))
        .isEqualTo(new Problem.NotAllowed("it takes a person who is signed in"));

    become(ole, AccountRole.GUEST);
    var guest =
        new Caller(ole.account(), AccountRole.GUEST, Caller.Proof.ACCESS_TOKEN, Visitor.PROGRAM);
    assertThat(Problems.of(() -> made(guest, Scope.READ)))
        .isEqualTo(new Problem.NotAllowed("a guest makes no tokens"));
  }

  @Test
  void cannotBecomeMoreByAWayRound() {
    var program = tokens.caller(made(ole, Scope.ACCOUNT).token(), Visitor.PROGRAM);
    var accounts = test.core().accounts();
    var person = new Problem.NotAllowed("it takes a person who is signed in");

    assertThat(Problems.of(() -> test.core().sessions().renew(program, TestCore.ANY_CLIENT)))
        .isEqualTo(person);
    assertThat(Problems.of(() -> accounts.changeSignIn(program, "mine", "", "my own password")))
        .isEqualTo(person);
    var owners = tokens.caller(made(test.owner(), Scope.ADMIN).token(), Visitor.PROGRAM);
    assertThat(Problems.of(() -> test.core().resetCodes().make(owners, owners.account())))
        .isEqualTo(person);
    var change = new AccountChange(null, null, "my own password");
    assertThat(Problems.of(() -> accounts.change(program, program.account(), change)))
        .isEqualTo(person);
  }

  @Test
  void seesNobodyElsesAccountWithoutTheRight() {
    var owners = tokens.caller(made(test.owner(), Scope.ACCOUNT).token(), Visitor.PROGRAM);
    assertThat(owners.role()).isEqualTo(AccountRole.OWNER);

    assertThat(test.core().accounts().visible(owners)).hasSize(1);
    assertThat(Problems.of(() -> test.core().accounts().find(owners, ole.account())))
        .isEqualTo(new Problem.NotFound("account"));
    assertThat(Problems.of(() -> test.core().administration().remove(owners, ole.account())))
        .isEqualTo(new Problem.NotFound("account"));
  }

  @Test
  void isRefusedWhatMakesNoSense() {
    var problem = Problems.of(() -> tokens.make(ole, new ApiTokens.Wish(" ", Set.of(), 366)));
    assertThat(((Problem.Invalid) problem).faults())
        .extracting(Problem.Fault::field)
        .containsExactly("name", "scopes", "days");
    assertThat(Problems.of(() -> tokens.make(ole, new ApiTokens.Wish("x", READING, 0))))
        .isInstanceOf(Problem.Invalid.class);
  }

  @Test
  void expires() {
    var token = tokens.make(ole, new ApiTokens.Wish("x", READING, 1)).token();
    test.clock().advance(Duration.ofDays(1).minusSeconds(1));
    assertThat(tokens.caller(token, Visitor.PROGRAM).account()).isEqualTo(ole.account());

    test.clock().advance(Duration.ofSeconds(1));
    assertThat(refused(token)).isEqualTo(new Problem.NotSignedIn(Why.NOT_VALID));
  }

  @Test
  void endsAtOnceWhenItIsRevoked() {
    var made = made(ole, Scope.READ);
    tokens.caller(made.token(), Visitor.PROGRAM);
    var eve = test.member("eve");
    assertThat(Problems.of(() -> tokens.revoke(eve, made.entry().id())))
        .isEqualTo(new Problem.NotFound("token"));
    assertThat(tokens.all(eve)).isEmpty();

    tokens.revoke(ole, made.entry().id());

    assertThat(refused(made.token())).isEqualTo(new Problem.NotSignedIn(Why.NOT_VALID));
    assertThat(tokens.all(ole)).isEmpty();
    assertThat(Problems.of(() -> tokens.revoke(ole, made.entry().id())))
        .isEqualTo(new Problem.NotFound("token"));
  }

  @Test
  void endsWithItsAccount() {
    var token = made(ole, Scope.READ).token();
    var administration = test.core().administration();
    var shutOut = new AccountAdministration.Change(null, true);
    administration.change(test.owner(), ole.account(), shutOut);
    assertThat(refused(token)).isEqualTo(new Problem.NotSignedIn(Why.NO_ACCOUNT));

    administration.remove(test.owner(), ole.account());
    assertThat(refused(token)).isEqualTo(new Problem.NotSignedIn(Why.NOT_VALID));
  }

  @Test
  void costsNoQueryWhenItIsKnown() {
    var token = made(ole, Scope.READ).token();
    tokens.caller(token, Visitor.PROGRAM);
    test.database().forget();

    for (int i = 0; i < 100; i++) {
      tokens.caller(token, Visitor.PROGRAM);
    }

    assertThat(test.database().statements()).isEmpty();
  }

  @Test
  void tellsWhenItWasUsedToWithinMinutes() {
    var token = made(ole, Scope.READ).token();
    assertThat(tokens.all(ole).getFirst().lastUsedAt()).isNull();

    var first = test.clock().instant();
    tokens.caller(token, Visitor.PROGRAM);
    assertThat(tokens.all(ole).getFirst().lastUsedAt()).isEqualTo(first);

    test.clock().advance(Duration.ofMinutes(4));
    tokens.caller(token, Visitor.PROGRAM);
    assertThat(tokens.all(ole).getFirst().lastUsedAt()).isEqualTo(first);

    test.clock().advance(Duration.ofMinutes(1));
    tokens.caller(token, Visitor.PROGRAM);
    assertThat(tokens.all(ole).getFirst().lastUsedAt()).isEqualTo(test.clock().instant());
  }

  @Test
  void isWrittenIntoTheAuditLogWithoutItself() {
    var made = made(ole, Scope.READ);
    tokens.revoke(ole, made.entry().id());

    var id = made.entry().id().toString();
    assertThat(test.audited())
        .containsAll(
            List.of(
                new AuditEvent(
                    AuditEvent.Action.TOKEN_MADE, AuditEvent.Outcome.DONE, ole.account(), id, ""),
                new AuditEvent(
                    AuditEvent.Action.TOKEN_REVOKED,
                    AuditEvent.Outcome.DONE,
                    ole.account(),
                    id,
                    "")));
    assertThat(test.audited().toString()).doesNotContain(made.token());
  }
}
