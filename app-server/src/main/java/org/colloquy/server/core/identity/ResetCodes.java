package org.colloquy.server.core.identity;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.colloquy.model.Account;
import org.colloquy.model.AccountId;
import org.colloquy.model.Problem;
import org.colloquy.model.Problem.NotSignedIn.Why;
import org.colloquy.model.ProblemException;
import org.colloquy.server.core.Rules;
import org.colloquy.server.core.audit.Audit;
import org.colloquy.server.core.audit.AuditEvent;
import org.colloquy.server.core.audit.AuditEvent.Action;

/// Codes with which people who forgot their password choose a new one. Whoever runs this Colloquy
/// makes one and tells it to them.
public final class ResetCodes {
  /// How long a code is good.
  public static final Duration LIFETIME = Duration.ofDays(1);

  private final AccountStore accounts;
  private final ResetCodeStore store;
  private final Passwords passwords;
  private final SecretMaker secrets;
  private final Audit audit;
  private final InstantSource clock;

  public ResetCodes(
      AccountStore accounts,
      ResetCodeStore store,
      Passwords passwords,
      SecretMaker secrets,
      Audit audit,
      InstantSource clock) {
    this.accounts = accounts;
    this.store = store;
    this.passwords = passwords;
    this.secrets = secrets;
    this.audit = audit;
    this.clock = clock;
  }

  /// A code as it is shown, once.
  public record ResetCode(String code, Instant goodUntil) {
    /// The code stays out of logs.
    @Override
    public String toString() {
      return "code until " + goodUntil;
    }
  }

  /// Makes a code for an account, instead of any older one.
  public ResetCode make(Caller caller, AccountId id) {
    caller.require(Scope.ADMIN);
    caller.requirePerson();
    if (accounts.find(id).isEmpty()) {
      throw new ProblemException(new Problem.NotFound("account"));
    }
    var code = new ResetCode(secrets.code(), clock.instant().plus(LIFETIME));
    store.put(id, hash(code.code()), code.goodUntil());
    audit.note(caller.did(Action.RESET_CODE_MADE, id));
    return code;
  }

  /// Exchanges a code for a new password, and ends all sessions of the account. It works once.
  ///
  /// @param name username or e-mail address
  /// @throws ProblemException NotSignedIn when the code is not good (any more), or not this
  ///   account's
  public Account use(String name, String code, String password, Visitor from) {
    var rules = new Rules();
    passwords.check(password, rules);
    rules.check();
    var id =
        accounts
            .findByName(name.strip())
            .filter(account -> !account.disabled())
            .orElseThrow(ResetCodes::notGood)
            .id();
    if (!store.holds(id, hash(code), clock.instant())) {
      throw notGood();
    }
    var before = accounts.passwordHash(id).orElse(null);
    var hash = passwords.hash(password);
    if (!store.take(id, hash(code), clock.instant())) {
      throw notGood();
    }
    var changed = accounts.changePassword(id, before, hash).orElseThrow(ResetCodes::notGood);
    audit.note(AuditEvent.done(Action.PASSWORD_CHANGED, id, id, from.address()));
    return changed;
  }

  private String hash(String code) {
    return secrets.hash(secrets.typed(code));
  }

  private static ProblemException notGood() {
    return SignedTokens.refused(Why.NOT_VALID);
  }
}
