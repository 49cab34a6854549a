package org.colloquy.server.core.identity;

import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.colloquy.model.Account;
import org.colloquy.model.AccountId;
import org.colloquy.model.AccountRole;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.model.Profile;
import org.colloquy.server.core.Ids;
import org.colloquy.server.core.Rules;

/// The people who use this Colloquy.
public final class Accounts {
  /// The longest name, address or field of a profile, in characters.
  public static final int LONGEST_FIELD = 150;

  /// The longest password, in characters; longer ones only cost time to hash.
  public static final int LONGEST_PASSWORD = 512;

  private static final Pattern EMAIL =
      Pattern.compile("[^\\s@\\x00-\\x20]+@[^\\s@.]+(\\.[^\\s@.]+)+");

  private final AccountStore store;
  private final PasswordHasher hasher;
  private final InstantSource clock;
  private final Ids ids;

  public Accounts(AccountStore store, PasswordHasher hasher, InstantSource clock, Ids ids) {
    this.store = store;
    this.hasher = hasher;
    this.clock = clock;
    this.ids = ids;
  }

  /// Makes an account for somebody new, as a member.
  public Account register(Registration registration) {
    var email = normalized(registration.email());
    var rules = new Rules();
    rules.filled(registration.username(), "username", LONGEST_FIELD);
    rules.filled(email, "email", LONGEST_FIELD);
    rules.expect(email.isBlank() || isEmail(email), "email", "Enter a valid email address.");
    rules.filled(registration.password(), "password", LONGEST_PASSWORD);
    checkProfile(registration.profile(), rules);
    rules.check();
    return store.add(
        new NewAccount(
            new AccountId(ids.next()),
            registration.username().strip(),
            email,
            registration.profile(),
            AccountRole.MEMBER,
            hasher.hash(registration.password()),
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
    checkNames(change, rules);
    checkProfile(profile, rules);
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

  /// Changes what an account signs in with, for itself or for the owner of this Colloquy.
  public Account change(Caller caller, AccountId id, AccountChange change) {
    if (caller.account().equals(id)) {
      caller.requirePerson();
    }
    var account = find(caller, id);
    var email = change.email() == null ? account.email() : normalized(change.email());
    var username =
        change.username() == null ? usernameWith(email, account) : change.username().strip();
    var password = change.password();
    var rules = new Rules();
    rules.filled(username, "username", LONGEST_FIELD);
    rules.atMost(email, "email", LONGEST_FIELD);
    rules.expect(email.isEmpty() || isEmail(email), "email", "Enter a valid email address.");
    if (password != null) {
      rules.filled(password, "password", LONGEST_PASSWORD);
    }
    rules.check();
    var hash = password == null ? store.passwordHash(id).orElse(null) : hasher.hash(password);
    return store
        .changeSignIn(id, new AccountStore.SignIn(username, email, hash))
        .orElseThrow(Accounts::gone);
  }

  /// An account that goes by its e-mail address alone goes by its new one as well.
  private static String usernameWith(String email, Account account) {
    return account.username().equalsIgnoreCase(account.email()) ? email : account.username();
  }

  private static boolean maySee(Caller caller, AccountId id) {
    return caller.may(Scope.ADMIN) || caller.account().equals(id);
  }

  /// Sets the name and password that the account signs in with.
  ///
  /// @param email may be empty
  public Account changeSignIn(Caller caller, String username, String email, String password) {
    caller.requirePerson();
    var address = normalized(email);
    var rules = new Rules();
    rules.filled(username, "username", LONGEST_FIELD);
    rules.atMost(address, "email", LONGEST_FIELD);
    rules.expect(address.isEmpty() || isEmail(address), "email", "Enter a valid email address.");
    rules.filled(password, "password", LONGEST_PASSWORD);
    rules.check();
    var signIn = new AccountStore.SignIn(username.strip(), address, hasher.hash(password));
    return store.changeSignIn(caller.account(), signIn).orElseThrow(Accounts::gone);
  }

  private static void checkNames(ProfileChange change, Rules rules) {
    if (change.firstName() != null) {
      rules.filled(change.firstName(), "firstName", LONGEST_FIELD);
    }
    if (change.lastName() != null) {
      rules.filled(change.lastName(), "lastName", LONGEST_FIELD);
    }
  }

  private static void checkProfile(Profile profile, Rules rules) {
    rules.atMost(profile.firstName(), "firstName", LONGEST_FIELD);
    rules.atMost(profile.lastName(), "lastName", LONGEST_FIELD);
    rules.atMost(profile.country(), "country", LONGEST_FIELD);
    rules.atMost(profile.affiliation(), "affiliation", LONGEST_FIELD);
    rules.atMost(profile.position(), "position", LONGEST_FIELD);
    rules.atMost(profile.fieldOfStudy(), "fieldOfStudy", LONGEST_FIELD);
  }

  private static boolean isEmail(String text) {
    return EMAIL.matcher(text).matches();
  }

  /// Host names have no case; what stands before the `@` may have one.
  private static String normalized(String email) {
    var text = email.strip();
    int at = text.lastIndexOf('@');
    return at < 0
        ? text
        : text.substring(0, at + 1) + text.substring(at + 1).toLowerCase(Locale.ROOT);
  }

  private static ProblemException gone() {
    return new ProblemException(new Problem.NotSignedIn(Problem.NotSignedIn.Why.NO_ACCOUNT));
  }
}
