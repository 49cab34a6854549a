package org.colloquy.server.core.identity;

import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.colloquy.model.AccountRole;
import org.colloquy.model.Problem;
import org.colloquy.model.Problem.NotSignedIn.Why;
import org.colloquy.model.ProblemException;
import org.colloquy.server.core.Ids;
import org.colloquy.server.core.Rules;
import org.colloquy.server.core.audit.Audit;
import org.colloquy.server.core.audit.AuditEvent.Action;

/// Tokens that people make for their programs: good for a while, for what they were given, and
/// until they are revoked. They can never do more than their account.
public final class ApiTokens {
  /// The longest name, in characters.
  public static final int LONGEST_NAME = 100;

  private static final int MOST_DAYS = 365;

  private final ApiTokenStore store;
  private final AccountStore accounts;
  private final ApiTokenMint mint;
  private final Audit audit;
  private final InstantSource clock;
  private final Ids ids;
  private final LastUses<ApiTokenId> lastUses;

  public ApiTokens(
      ApiTokenStore store,
      AccountStore accounts,
      ApiTokenMint mint,
      Audit audit,
      InstantSource clock,
      Ids ids) {
    this.store = store;
    this.accounts = accounts;
    this.mint = mint;
    this.audit = audit;
    this.clock = clock;
    this.ids = ids;
    this.lastUses = new LastUses<>(clock);
  }

  /// What somebody wants a token to be.
  ///
  /// @param days how long it is to be good
  public record Wish(String name, Set<Scope> scopes, int days) {
    public Wish {
      scopes = Set.copyOf(scopes);
    }
  }

  /// A token that was just made: the only time that it can be read.
  public record Made(ApiToken entry, String token) {
    @Override
    public String toString() {
      return "token " + entry.id();
    }
  }

  /// Makes a token for a program. People make them; neither guests nor programs do.
  public Made make(Caller caller, Wish wish) {
    caller.requirePerson();
    if (caller.role() == AccountRole.GUEST) {
      throw new ProblemException(new Problem.NotAllowed("a guest makes no tokens"));
    }
    new Rules()
        .filled(wish.name(), "name", LONGEST_NAME)
        .expect(!wish.scopes().isEmpty(), "scopes", "This field may not be empty.")
        .expect(
            wish.days() >= 1 && wish.days() <= MOST_DAYS,
            "days",
            "This must be between 1 and " + MOST_DAYS + ".")
        .check();
    wish.scopes().forEach(caller::require);
    var token = mint.make();
    var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    var entry =
        new ApiToken(
            new ApiTokenId(ids.next()),
            caller.account(),
            wish.name().strip(),
            wish.scopes(),
            token.substring(token.length() - 4),
            now,
            now.plus(Duration.ofDays(wish.days())),
            null);
    store.add(entry, mint.fingerprint(token));
    audit.note(caller.did(Action.TOKEN_MADE, entry.id()));
    return new Made(entry, token);
  }

  /// All that the caller made and did not revoke, oldest first.
  public List<ApiToken> all(Caller caller) {
    return store.all(caller.account());
  }

  /// Ends a token, from this moment on.
  public void revoke(Caller caller, ApiTokenId id) {
    if (!store.remove(caller.account(), id)) {
      throw new ProblemException(new Problem.NotFound("token"));
    }
    audit.note(caller.did(Action.TOKEN_REVOKED, id));
  }

  /// Whether a text can be such a token.
  public boolean isOne(String text) {
    return mint.isOne(text);
  }

  /// Who holds this token: its account, with what both the token and the account may do.
  ///
  /// @throws ProblemException NotSignedIn when nobody does
  public Caller caller(String text, Visitor from) {
    var token =
        store
            .find(mint.fingerprint(text))
            .filter(found -> found.expiresAt().isAfter(clock.instant()))
            .orElseThrow(() -> SignedTokens.refused(Why.NOT_VALID));
    var account =
        accounts
            .find(token.owner())
            .filter(found -> !found.disabled())
            .orElseThrow(() -> SignedTokens.refused(Why.NO_ACCOUNT));
    lastUses.note(token.id(), now -> store.noteUse(token.owner(), token.id(), now));
    var scopes = EnumSet.copyOf(Scope.of(account.role()));
    scopes.retainAll(token.scopes());
    return new Caller(account.id(), account.role(), Caller.Proof.API_TOKEN, scopes, from);
  }
}
