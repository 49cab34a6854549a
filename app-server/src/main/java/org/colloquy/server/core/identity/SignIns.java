package org.colloquy.server.core.identity;

import java.util.Locale;
import java.util.Optional;
import org.colloquy.model.Account;
import org.colloquy.model.AccountId;
import org.colloquy.model.Problem.NotSignedIn.Why;
import org.colloquy.model.ProblemException;
import org.colloquy.server.core.audit.Audit;
import org.colloquy.server.core.audit.AuditEvent;
import org.colloquy.server.core.audit.AuditEvent.Action;
import org.colloquy.server.core.audit.AuditEvent.Outcome;
import org.jspecify.annotations.Nullable;

/// Finds out whether a password is the right one, with the same work and the same words whatever is
/// wrong.
public final class SignIns {
  private final AccountStore accounts;
  private final SessionStore sessions;
  private final PasswordHasher hasher;
  private final Passwords passwords;
  private final SignInLimits limits;
  private final Audit audit;

  public SignIns(
      AccountStore accounts,
      SessionStore sessions,
      PasswordHasher hasher,
      Passwords passwords,
      SignInLimits limits,
      Audit audit) {
    this.accounts = accounts;
    this.sessions = sessions;
    this.hasher = hasher;
    this.passwords = passwords;
    this.limits = limits;
    this.audit = audit;
  }

  /// What somebody signs in with.
  record Attempt(String name, String password, Visitor from) {
    @Override
    public String toString() {
      return "attempt from " + from.address();
    }
  }

  /// The account, if the password is its own.
  ///
  /// @param account whose name it is; empty when nobody may sign in with it
  /// @throws ProblemException NotSignedIn when the password is wrong, RateLimited when there were
  ///   too many wrong ones
  Account check(Optional<Account> account, Attempt attempt) {
    var place = Place.of(attempt.from().address());
    var id = account.map(Account::id);
    var limited =
        new SignInLimits.Try(
            id.map(AccountId::toString).orElseGet(() -> name(attempt)),
            place,
            id.map(known -> sessions.knows(known, place)).orElse(false));
    limits.check(limited);
    boolean matches = passwords.inTurn(() -> matches(id, attempt.password(), limited));
    if (!matches || account.isEmpty()) {
      note(id.orElse(null), attempt.from());
      throw SignedTokens.refused(Why.WRONG_PASSWORD);
    }
    return account.get();
  }

  private boolean matches(Optional<AccountId> account, String password, SignInLimits.Try limited) {
    var own = account.flatMap(accounts::passwordHash);
    limits.begin(limited);
    boolean matches =
        password.length() <= Passwords.LONGEST
            && hasher.matches(password, own.orElseGet(hasher::unmatchable))
            && own.isPresent();
    if (!matches) {
      return false;
    }
    limits.succeeded(limited);
    own.filter(hasher::isWeak)
        .ifPresent(weak -> accounts.rehash(account.orElseThrow(), weak, hasher.hash(password)));
    return true;
  }

  private void note(@Nullable AccountId account, Visitor from) {
    audit.note(new AuditEvent(Action.SIGN_IN, Outcome.REFUSED, account, "", from.address()));
  }

  /// Names have no case, and long ones that nobody has are not worth remembering.
  private static String name(Attempt attempt) {
    var name = attempt.name().strip().toLowerCase(Locale.ROOT);
    return "name " + name.substring(0, Math.min(name.length(), Accounts.LONGEST_FIELD));
  }
}
