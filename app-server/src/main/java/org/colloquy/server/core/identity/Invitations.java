package org.colloquy.server.core.identity;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.colloquy.model.Account;
import org.colloquy.model.AccountId;
import org.colloquy.model.AccountRole;
import org.colloquy.model.Problem;
import org.colloquy.model.Problem.NotSignedIn.Why;
import org.colloquy.model.ProblemException;
import org.colloquy.model.Profile;
import org.colloquy.server.core.Ids;
import org.colloquy.server.core.Rules;
import org.colloquy.server.core.audit.Audit;
import org.colloquy.server.core.audit.AuditEvent;
import org.colloquy.server.core.audit.AuditEvent.Action;
import org.colloquy.server.core.audit.AuditEvent.Outcome;

/// Codes with which people make accounts of their own, whether or not anybody may join. Whoever
/// manages accounts makes one and hands it on.
public final class Invitations {
  /// The longest that a code is good, in days.
  public static final int MOST_DAYS = 30;

  private final Kept kept;
  private final Passwords passwords;
  private final SecretMaker secrets;
  private final Audit audit;
  private final InstantSource clock;
  private final Ids ids;
  private final SignInLimits limits;

  public Invitations(
      Kept kept,
      Passwords passwords,
      SecretMaker secrets,
      Audit audit,
      InstantSource clock,
      Ids ids) {
    this.kept = kept;
    this.limits = kept.limits();
    this.passwords = passwords;
    this.secrets = secrets;
    this.audit = audit;
    this.clock = clock;
    this.ids = ids;
  }

  /// What is stored of them, of those who make them, and of wrong ones.
  public record Kept(InvitationStore invitations, AccountStore accounts, SignInLimits limits) {}

  /// An invitation whose code is shown, once.
  public record Made(Invitation invitation, String code) {
    /// The code stays out of logs.
    @Override
    public String toString() {
      return "invitation " + invitation.id();
    }
  }

  /// Makes an invitation.
  ///
  /// @param role what the account will be
  /// @param days how long it is good, 1 to [#MOST_DAYS]
  public Made make(Caller caller, AccountRole role, int days) {
    caller.require(Scope.ADMIN);
    caller.requirePerson();
    var rules = new Rules();
    rules.expect(
        days >= 1 && days <= MOST_DAYS, "days", "This must be between 1 and " + MOST_DAYS + ".");
    rules.check();
    var now = clock.instant();
    var invitation =
        new Invitation(
            new InvitationId(ids.next()),
            caller.account(),
            role,
            now,
            now.plus(Duration.ofDays(days)),
            null);
    var code = secrets.code();
    kept.invitations.add(invitation, hash(code));
    audit.note(caller.did(Action.INVITATION_MADE, invitation.id()));
    return new Made(invitation, code);
  }

  /// All of them, newest first, also those that were used or are good no more.
  public List<Invitation> all(Caller caller) {
    caller.require(Scope.ADMIN);
    return kept.invitations.all();
  }

  /// Removes one; its code is not good any more.
  public void remove(Caller caller, InvitationId id) {
    caller.require(Scope.ADMIN);
    if (!kept.invitations.remove(id)) {
      throw new ProblemException(new Problem.NotFound("invitation"));
    }
    audit.note(caller.did(Action.INVITATION_REMOVED, id));
  }

  /// Makes an account with a code. The code works once, and is not used up by a name that is taken.
  ///
  /// @throws ProblemException NotSignedIn when the code is not good (any more), RateLimited when
  ///   too many wrong ones came from there
  public Account accept(String code, String username, String password, Visitor from) {
    var rules = new Rules();
    AccountRules.names(username, "", rules);
    passwords.check(password, rules);
    rules.check();
    var hash = hash(code);
    var invitation = usable(hash, from);
    var account =
        kept.invitations
            .use(hash, account(username.strip(), password, invitation.role()))
            .orElseThrow(Invitations::notGood);
    var id = account.id();
    audit.note(AuditEvent.done(Action.INVITATION_USED, id, invitation.id(), from.address()));
    audit.note(AuditEvent.done(Action.ACCOUNT_MADE, id, id, from.address()));
    return account;
  }

  private NewAccount account(String username, String password, AccountRole role) {
    return new NewAccount(
        new AccountId(ids.next()),
        username,
        "",
        Profile.EMPTY,
        role,
        passwords.hash(password),
        clock.instant());
  }

  private Invitation usable(String hash, Visitor from) {
    var place = Place.of(from.address());
    var attempt = new SignInLimits.Try("invitation", place, true);
    limits.begin(attempt);
    var now = clock.instant();
    var found = kept.invitations.usable(hash, now).filter(this::isOfAnOwner);
    if (found.isEmpty()) {
      audit.note(new AuditEvent(Action.INVITATION_USED, Outcome.REFUSED, null, "", from.address()));
      throw notGood();
    }
    limits.succeeded(attempt);
    return found.get();
  }

  /// Who may not invite any more has not invited anybody.
  private boolean isOfAnOwner(Invitation invitation) {
    return kept.accounts
        .find(invitation.madeBy())
        .filter(maker -> !maker.disabled() && maker.role() == AccountRole.OWNER)
        .isPresent();
  }

  private String hash(String code) {
    return secrets.hash(secrets.typed(code));
  }

  private static ProblemException notGood() {
    return SignedTokens.refused(Why.NOT_VALID);
  }
}
