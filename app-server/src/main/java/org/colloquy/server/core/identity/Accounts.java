package org.colloquy.server.core.identity;

import java.time.InstantSource;
import java.util.List;
import org.colloquy.model.Account;
import org.colloquy.model.AccountId;
import org.colloquy.model.AccountRole;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.model.Profile;
import org.colloquy.server.core.Ids;
import org.colloquy.server.core.Rules;
import org.colloquy.server.core.audit.Audit;
import org.colloquy.server.core.audit.AuditEvent;
import org.colloquy.server.core.audit.AuditEvent.Action;

/// The people who use this Colloquy.
public final class Accounts {
  /// The longest name, address or field of a profile, in characters.
  public static final int LONGEST_FIELD = 150;

  private final AccountStore store;
  private final Passwords passwords;
  private final Audit audit;
  private final InstantSource clock;
  private final Ids ids;

  public Accounts(
      AccountStore store, Passwords passwords, Audit audit, InstantSource clock, Ids ids) {
    this.store = store;
    this.passwords = passwords;
    this.audit = audit;
    this.clock = clock;
    this.ids = ids;
  }

  /// Makes an account for somebody new, as a member.
  public Account register(Registration registration, Visitor from) {
    var account = made(registration, AccountRole.MEMBER);
    audit.note(AuditEvent.done(Action.ACCOUNT_MADE, account.id(), account.id(), from.address()));
    return account;
  }

  /// Makes an account for somebody else.
  public Account add(Caller caller, Registration registration, AccountRole role) {
    caller.require(Scope.ADMIN);
    caller.requirePerson();
    var account = made(registration, role);
    audit.note(caller.did(Action.ACCOUNT_MADE, account.id()));
    return account;
  }

  private Account made(Registration registration, AccountRole role) {
    var email = AccountRules.normalized(registration.email());
    var rules = new Rules();
    AccountRules.names(registration.username(), email, rules);
    rules.expect(!email.isBlank(), "email", "This field may not be blank.");
    passwords.check(registration.password(), rules);
    AccountRules.profile(registration.profile(), rules);
    rules.check();
    return store.add(
        new NewAccount(
            new AccountId(ids.next()),
            registration.username().strip(),
            email,
            registration.profile(),
            role,
            passwords.hash(registration.password()),
            clock.instant()));
  }

  /// The owner of this Colloquy, made at the first start.
  public Account localOwner() {
    return store
        .findByRole(AccountRole.OWNER)
        .orElseGet(() ->
            store.add(
                new NewAccount(
                    new AccountId(ids.next()),
                    "owner",
                    "",
                    Profile.EMPTY,
                    AccountRole.OWNER,
                    null,
                    clock.instant())));
  }

  /// The caller's account as it is now.
  ///
  /// @throws ProblemException NotSignedIn when it may not be here any more
  public Account get(Caller caller) {
    return store
        .find(caller.account())
        .filter(account -> !account.disabled())
        .orElseThrow(Accounts::gone);
  }

  /// Changes what a person tells about themselves. First and last name may not become empty.
  public Account changeProfile(Caller caller, ProfileChange change) {
    var profile = change.applyTo(get(caller).profile());
    var rules = new Rules();
    AccountRules.change(change, rules);
    AccountRules.profile(profile, rules);
    rules.check();
    return store.changeProfile(caller.account(), profile).orElseThrow(Accounts::gone);
  }

  /// An account, for itself or for the owner of this Colloquy.
  public Account find(Caller caller, AccountId id) {
    return store
        .find(id)
        .filter(found -> maySee(caller, found.id()))
        .orElseThrow(() -> new ProblemException(new Problem.NotFound("account")));
  }

  /// Everybody for the owner of this Colloquy, else the caller alone.
  public List<Account> visible(Caller caller) {
    return caller.may(Scope.ADMIN) ? store.all() : List.of(get(caller));
  }

  /// Changes what an account signs in with, for itself or for the owner of this Colloquy. A new
  /// password ends all its sessions but the caller's.
  public Account change(Caller caller, AccountId id, AccountChange change) {
    if (caller.account().equals(id)) {
      caller.requirePerson();
    }
    var account = find(caller, id);
    var email = change.email() == null ? account.email() : AccountRules.normalized(change.email());
    var username =
        change.username() == null ? usernameWith(email, account) : change.username().strip();
    var password = change.password();
    var rules = new Rules();
    AccountRules.names(username, email, rules);
    if (password != null) {
      passwords.check(password, rules);
    }
    rules.check();
    var hash = password == null ? null : passwords.hash(password);
    var signIn = new AccountStore.SignIn(username, email, hash);
    var changed = store.changeSignIn(id, signIn, caller.session()).orElseThrow(Accounts::gone);
    if (password != null) {
      audit.note(caller.did(Action.PASSWORD_CHANGED, id));
    }
    return changed;
  }

  /// An account that goes by its e-mail address alone goes by its new one as well.
  private static String usernameWith(String email, Account account) {
    return account.username().equalsIgnoreCase(account.email()) ? email : account.username();
  }

  /// Sets the name and password that the account signs in with.
  ///
  /// @param email may be empty
  public Account changeSignIn(Caller caller, String username, String email, String password) {
    return change(caller, caller.account(), new AccountChange(username, email, password));
  }

  private static boolean maySee(Caller caller, AccountId id) {
    return caller.may(Scope.ADMIN) || caller.account().equals(id);
  }

  private static ProblemException gone() {
    return new ProblemException(new Problem.NotSignedIn(Problem.NotSignedIn.Why.NO_ACCOUNT));
  }
}
