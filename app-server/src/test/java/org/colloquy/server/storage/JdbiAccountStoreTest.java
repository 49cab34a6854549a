package org.colloquy.server.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.colloquy.model.AccountId;
import org.colloquy.model.AccountRole;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.model.Profile;
import org.colloquy.server.core.identity.AccountStore.Access;
import org.colloquy.server.core.identity.AccountStore.SignIn;
import org.colloquy.server.core.identity.NewAccount;
import org.junit.jupiter.api.Test;

class JdbiAccountStoreTest extends StoreTest {
  private static final Profile ADA =
      new Profile("Ada", "Lovelace", "UK", "Royal Society", "Countess", "Mathematics");

  private final JdbiAccountStore accounts = new JdbiAccountStore(database);

  JdbiAccountStoreTest(Kind kind) {
    super(kind);
  }

  private NewAccount ada(String username, String email) {
    return new NewAccount(
        new AccountId(next()), username, email, ADA, AccountRole.OWNER, "$argon2id$x", NOON);
  }

  private static void assertConflict(String what, ThrowingCallable change) {
    var thrown = catchThrowableOfType(ProblemException.class, change);
    assertThat(thrown).isNotNull();
    assertThat(thrown.problem()).isEqualTo(new Problem.Conflict(what));
  }

  @Test
  void findsAnAccountByEveryName() {
    var added = accounts.add(ada("Ada", "Ada@Lab.example"));
    assertThat(added.profile()).isEqualTo(ADA);
    assertThat(added.joinedAt()).isEqualTo(NOON);
    assertThat(added.number()).isPositive();
    assertThat(accounts.find(added.id())).contains(added);
    assertThat(accounts.findByNumber(added.number())).contains(added);
    assertThat(accounts.findByName("aDA")).contains(added);
    assertThat(accounts.findByName("ada@lab.EXAMPLE")).contains(added);
    assertThat(accounts.findByName("eve")).isEmpty();
    assertThat(accounts.findByRole(AccountRole.OWNER)).contains(added);
    assertThat(accounts.findByRole(AccountRole.GUEST)).isEmpty();
  }

  @Test
  void refusesATakenNameWhateverItsCase() {
    accounts.add(ada("ada", "ada@lab.example"));
    assertConflict("username", () -> accounts.add(ada("ADA", "other@lab.example")));
    assertConflict("email", () -> accounts.add(ada("other", "Ada@lab.example")));
    assertThat(accounts.findByName("other")).isEmpty();
  }

  @Test
  void letsManyHaveNoEmail() {
    accounts.add(ada("ada", ""));
    var second = accounts.add(ada("eve", ""));
    assertThat(second.email()).isEmpty();
    assertThat(accounts.findByName("")).isEmpty();
  }

  @Test
  void keepsThePasswordHashApart() {
    var added = accounts.add(ada("ada", ""));
    assertThat(accounts.passwordHash(added.id())).contains("$argon2id$x");
    assertThat(accounts.passwordHash(account("eve").id())).isEmpty();
  }

  @Test
  void changesTheProfile() {
    var added = accounts.add(ada("ada", ""));
    assertThat(accounts.changeProfile(added.id(), Profile.EMPTY))
        .hasValueSatisfying(changed -> assertThat(changed.profile()).isEqualTo(Profile.EMPTY));
    assertThat(accounts.changeProfile(new AccountId(next()), ADA)).isEmpty();
  }

  @Test
  void changesWhatItSignsInWith() {
    var added = accounts.add(ada("ada", ""));
    var signIn = new SignIn("Countess", "countess@lab.example", "$new");
    assertThat(accounts.changeSignIn(added.id(), signIn, null))
        .hasValueSatisfying(changed -> assertThat(changed.username()).isEqualTo("Countess"));
    assertThat(accounts.passwordHash(added.id())).contains("$new");
    assertThat(accounts.findByName("countess@lab.example")).isPresent();
    account("eve");
    assertConflict(
        "username", () -> accounts.changeSignIn(added.id(), new SignIn("EVE", "", "$other"), null));
    assertThat(accounts.passwordHash(added.id())).contains("$new");
    assertThat(accounts.changeSignIn(new AccountId(next()), new SignIn("x", "", ""), null))
        .isEmpty();
  }

  @Test
  void listsAllByNumber() {
    var first = accounts.add(ada("zoe", ""));
    var second = account("ada");

    assertThat(accounts.all()).containsExactly(first, second);
  }

  @Test
  void notesThatAnAddressIsItsOwnUntilItChanges() {
    var added = accounts.add(ada("ada", "ada@lab.example"));
    assertThat(added.verified()).isFalse();

    assertThat(accounts.verify(added.id()))
        .hasValueSatisfying(verified -> assertThat(verified.verified()).isTrue());
    assertThat(
            accounts.changeSignIn(added.id(), new SignIn("ada", "ada@lab.example", "$new"), null))
        .hasValueSatisfying(kept -> assertThat(kept.verified()).isTrue());
    assertThat(
            accounts.changeSignIn(added.id(), new SignIn("ada", "other@lab.example", "$new"), null))
        .hasValueSatisfying(changed -> assertThat(changed.verified()).isFalse());
    assertThat(accounts.verify(new AccountId(next()))).isEmpty();
  }

  @Test
  void changesWhatItMayBe() {
    var first = accounts.add(ada("ada", ""));
    assertThat(first.disabled()).isFalse();

    assertThat(accounts.changeAccess(first.id(), new Access(AccountRole.OWNER, true)))
        .hasValueSatisfying(shutOut -> assertThat(shutOut.disabled()).isTrue());

    assertThat(accounts.findByRole(AccountRole.OWNER)).isEmpty();
    assertThat(accounts.find(first.id()))
        .hasValueSatisfying(shutOut -> assertThat(shutOut.disabled()).isTrue());
    assertThat(accounts.changeAccess(first.id(), new Access(AccountRole.GUEST, false)))
        .hasValueSatisfying(guest -> assertThat(guest.role()).isEqualTo(AccountRole.GUEST));
    assertThat(accounts.changeAccess(new AccountId(next()), new Access(AccountRole.GUEST, false)))
        .isEmpty();
  }

  @Test
  void removesAnAccountWithWhatItHas() {
    var added = accounts.add(ada("ada", ""));
    var eve = account("eve");
    var talk = conversation(added.id(), "talk");
    new JdbiMessageStore(database).append(List.of(said(talk.id(), "words")));

    assertThat(accounts.remove(added.id())).isTrue();

    assertThat(accounts.remove(added.id())).isFalse();
    assertThat(accounts.find(added.id())).isEmpty();
    assertThat(accounts.findByName("ada")).isEmpty();
    assertThat(accounts.all()).containsExactly(eve);
    assertThat(new JdbiMessageStore(database).tree(talk.id())).isEmpty();
  }
}
