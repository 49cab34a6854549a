package org.colloquy.server.core.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.colloquy.model.Account;
import org.colloquy.model.AccountRole;
import org.colloquy.model.Problem;
import org.colloquy.model.Problem.NotSignedIn.Why;
import org.colloquy.model.Profile;
import org.colloquy.server.Problems;
import org.colloquy.server.TestCore;
import org.colloquy.server.core.turn.ScriptedChatModel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AccountsTest {
  private static final SessionTerms TERMS =
      new SessionTerms(
          "test",
          new AccessTerms("", Duration.ofMinutes(15)),
          new Renewal.Lasting(Duration.ofDays(1)));

  private final TestCore test = TestCore.with(ScriptedChatModel.saying("Hi"));
  private final Accounts accounts = test.core().accounts();
  private final Sessions sessions = test.core().sessions();
  private final AccountAdministration administration = test.core().administration();

  @AfterEach
  void close() {
    test.close();
  }

  private Account register(String username, String email) {
    return accounts.register(
        new Registration(username, email, TestCore.PASSWORD, Profile.EMPTY), Visitor.PROGRAM);
  }

  private Sessions.Tokens signIn(String name, String password) {
    return sessions.signIn(name, password, TERMS, Visitor.PROGRAM);
  }

  @Test
  void makesOneLocalOwner() {
    assertThat(accounts.localOwner()).isEqualTo(accounts.localOwner());
    assertThat(accounts.localOwner().role()).isEqualTo(AccountRole.OWNER);
  }

  @Test
  void keepsNamesAndAddressesApartWhateverTheirCase() {
    register("Ole", "Ole@Ole.NO");

    assertThat(Problems.of(() -> register("OLE", "other@ole.no")))
        .isEqualTo(new Problem.Conflict("username"));
    assertThat(Problems.of(() -> register("kari", "OLE@ole.no")))
        .isEqualTo(new Problem.Conflict("email"));
  }

  @Test
  void writesTheHostOfAnAddressInLowerCase() {
    assertThat(register("Ole", "Ole@Ole.NO").email()).isEqualTo("Ole@ole.no");
  }

  @Test
  void tellsAllFaultsOfARegistrationAtOnce() {
    var problem =
        Problems.of(() ->
            accounts.register(new Registration("", "nobody", "", Profile.EMPTY), Visitor.PROGRAM));

    assertThat(((Problem.Invalid) problem).faults())
        .extracting(Problem.Fault::field)
        .containsExactly("username", "email", "password");
  }

  @Test
  void changesOnlyWhatIsNamed() {
    var ole = test.member("ole");
    accounts.changeProfile(ole, new ProfileChange("Ole", "Normann", "Norway", null, null, null));

    var changed = accounts.changeProfile(ole, new ProfileChange(null, null, "", "UiB", null, null));

    assertThat(changed.profile()).isEqualTo(new Profile("Ole", "Normann", "", "UiB", "", ""));
    assertThat(
            Problems.of(() ->
                accounts.changeProfile(ole, new ProfileChange(" ", null, null, null, null, null))))
        .isInstanceOf(Problem.Invalid.class);
  }

  @Test
  void signsInWithNameOrAddressAndReturnsTheSameCaller() {
    var account = register("ole", "ole@example.org");

    var byName = signIn("OLE", "a good password");
    var byAddress = signIn("Ole@Example.org", "a good password");

    assertThat(sessions.caller(byName.access(), Visitor.PROGRAM).account()).isEqualTo(account.id());
    assertThat(sessions.caller(byAddress.access(), Visitor.PROGRAM).account())
        .isEqualTo(account.id());
  }

  @Test
  void refusesWrongPasswordsAndUnknownNamesAlike() {
    register("ole", "ole@example.org");
    var refused = new Problem.NotSignedIn(Why.WRONG_PASSWORD);

    assertThat(Problems.of(() -> signIn("ole", "wrong"))).isEqualTo(refused);
    assertThat(Problems.of(() -> signIn("nobody", "wrong"))).isEqualTo(refused);
    assertThat(Problems.of(() -> signIn("owner", ""))).isEqualTo(refused);
  }

  @Test
  void endsAccessAfterAQuarterOfAnHourAndRenewalAfterADay() {
    register("ole", "ole@example.org");
    var tokens = signIn("ole", "a good password");
    var expired = new Problem.NotSignedIn(Why.NOT_VALID);

    test.clock().advance(Duration.ofMinutes(15));
    assertThat(Problems.of(() -> sessions.caller(tokens.access(), Visitor.PROGRAM)))
        .isEqualTo(expired);
    var renewed = sessions.refresh(tokens.refresh(), TERMS, Visitor.PROGRAM);
    assertThat(sessions.caller(renewed.access(), Visitor.PROGRAM)).isNotNull();
    test.clock().advance(Duration.ofDays(1));
    assertThat(Problems.of(() -> sessions.refresh(tokens.refresh(), TERMS, Visitor.PROGRAM)))
        .isEqualTo(expired);
  }

  @Test
  void takesATokenForItsOwnPurposeOnly() {
    register("ole", "ole@example.org");
    var tokens = signIn("ole", "a good password");
    var wrong = new Problem.NotSignedIn(Why.WRONG_KIND);

    assertThat(Problems.of(() -> sessions.caller(tokens.refresh(), Visitor.PROGRAM)))
        .isEqualTo(wrong);
    assertThat(Problems.of(() -> sessions.refresh(tokens.access(), TERMS, Visitor.PROGRAM)))
        .isEqualTo(wrong);
  }

  @Test
  void goesByTheNewAddressWhenItWentByTheOldOneAlone() {
    var owner = test.owner();
    var byAddress = register("kari@example.org", "kari@example.org");
    var byName = register("ole", "ole@example.org");
    var change = new AccountChange(null, "new@Example.org", null);
    var other = new AccountChange(null, "newer@example.org", null);

    assertThat(accounts.change(owner, byAddress.id(), change).username())
        .isEqualTo("new@example.org");
    assertThat(accounts.change(owner, byName.id(), other).username()).isEqualTo("ole");
  }

  @Test
  void nobodyStandsInAnothersWayByTakingTheirAddressAsAName() {
    register("victim@example.org", "attacker@example.org");
    var victim = register("victim", "victim@example.org");

    var tokens = signIn("victim@example.org", "a good password");

    assertThat(sessions.caller(tokens.access(), Visitor.PROGRAM).account()).isEqualTo(victim.id());
  }

  @Test
  void letsTheOwnerChooseHowToSignIn() {
    accounts.changeSignIn(test.owner(), "boss", "", "another password");

    var tokens = signIn("boss", "another password");

    assertThat(sessions.caller(tokens.access(), Visitor.PROGRAM).account())
        .isEqualTo(test.owner().account());
  }

  @Test
  void showsOneselfAndTheOwnerEverybody() {
    var ole = test.member("ole");
    var kari = test.member("kari");
    var notFound = new Problem.NotFound("account");

    assertThat(accounts.find(ole, ole.account()).username()).isEqualTo("ole");
    assertThat(accounts.find(test.owner(), ole.account()).username()).isEqualTo("ole");
    assertThat(Problems.of(() -> accounts.find(ole, kari.account()))).isEqualTo(notFound);
    assertThat(Problems.of(() -> accounts.find(ole, test.owner().account()))).isEqualTo(notFound);
    assertThat(accounts.visible(ole)).extracting(Account::username).containsExactly("ole");
    assertThat(accounts.visible(test.owner()))
        .extracting(Account::username)
        .containsExactly("owner", "ole", "kari");
  }

  @Test
  void changesWhatOneSignsInWithAndLeavesTheRest() {
    var ole = test.member("ole");

    var renamed = accounts.change(ole, ole.account(), new AccountChange(" Olav ", null, null));
    accounts.change(ole, ole.account(), new AccountChange(null, null, "another password"));

    assertThat(renamed.username()).isEqualTo("Olav");
    assertThat(renamed.email()).isEqualTo("ole@example.org");
    assertThat(signIn("olav", "another password")).isNotNull();
    assertThat(Problems.of(() -> signIn("olav", "a good password")))
        .isEqualTo(new Problem.NotSignedIn(Why.WRONG_PASSWORD));
  }

  @Test
  void changesAndRemovesNobodyElse() {
    var ole = test.member("ole");
    var kari = test.member("kari").account();
    var notFound = new Problem.NotFound("account");
    var change = new AccountChange("mine", null, "my own password");

    assertThat(Problems.of(() -> accounts.change(ole, kari, change))).isEqualTo(notFound);
    assertThat(Problems.of(() -> administration.remove(ole, kari))).isEqualTo(notFound);
    assertThat(accounts.find(test.owner(), kari).username()).isEqualTo("kari");
    assertThat(accounts.change(test.owner(), kari, change).username()).isEqualTo("mine");
  }

  @Test
  void refusesAChangeToWhatIsTakenOrWrong() {
    var ole = test.member("ole");
    test.member("kari");

    assertThat(
            Problems.of(
                () -> accounts.change(ole, ole.account(), new AccountChange("KARI", null, null))))
        .isEqualTo(new Problem.Conflict("username"));
    var problem =
        Problems.of(() -> accounts.change(ole, ole.account(), new AccountChange(" ", "x", "")));
    assertThat(((Problem.Invalid) problem).faults())
        .extracting(Problem.Fault::field)
        .containsExactly("username", "email", "password");
  }

  @Test
  void removesAnAccountWithItsTokens() {
    var ole = test.member("ole");
    var token = signIn("ole", "a good password").access();
    var chat = test.core().conversations().create(ole, "mine");

    administration.remove(ole, ole.account());

    assertThat(Problems.of(() -> sessions.caller(token, Visitor.PROGRAM)))
        .isEqualTo(new Problem.NotSignedIn(Why.NO_ACCOUNT));
    assertThat(Problems.of(() -> test.core().conversations().get(ole, chat.id())))
        .isEqualTo(new Problem.NotFound("conversation"));
  }
}
