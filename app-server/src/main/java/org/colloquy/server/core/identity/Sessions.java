package org.colloquy.server.core.identity;

import java.util.Optional;
import org.colloquy.model.Account;
import org.colloquy.model.Problem.NotSignedIn.Why;
import org.jspecify.annotations.Nullable;

/// Signing in and staying signed in.
public final class Sessions {
  private final AccountStore accounts;
  private final SignIns signIns;
  private final OpenSessions open;
  private final SignedTokens tokens;

  public Sessions(AccountStore accounts, SignIns signIns, OpenSessions open, SignedTokens tokens) {
    this.accounts = accounts;
    this.signIns = signIns;
    this.open = open;
    this.tokens = tokens;
  }

  /// What somebody who signed in goes on with.
  ///
  /// @param refresh empty when there is none
  public record Tokens(String access, String refresh) {
    /// Tokens stay out of logs.
    @Override
    public String toString() {
      return "tokens";
    }
  }

  /// Signs in with username or e-mail address and password. Takes as long for an unknown name as
  /// for a wrong password.
  ///
  /// @throws org.colloquy.model.ProblemException NotSignedIn when they do not belong together,
  ///   RateLimited after too many wrong tries
  public Tokens signIn(String name, String password, SessionTerms terms, Visitor from) {
    var account =
        signIns.check(
            accounts.findByName(name.strip()).filter(Sessions::usable),
            new SignIns.Attempt(name, password, from));
    var begun = open.begin(account.id(), terms, from);
    var session = begun.session().id();
    if (present(accounts.find(account.id())).passwordVersion() != account.passwordVersion()) {
      open.abandon(begun.session()); // it was changed meanwhile, which ended all that were begun
      throw SignedTokens.refused(Why.WRONG_PASSWORD);
    }
    var access = access(account, terms, session);
    return switch (terms.renewal()) {
      case Renewal.None(), Renewal.Rotating _ -> new Tokens(access, begun.refresh());
      case Renewal.Lasting(var lifetime) -> {
        var lasting = new AccessTerms(terms.access().audience(), lifetime);
        yield new Tokens(
            access, tokens.issue(Token.Kind.REFRESH, account, lasting, session.toString()));
      }
    };
  }

  /// A new access token for a refresh token, and the refresh token to go on with.
  ///
  /// @throws org.colloquy.model.ProblemException NotSignedIn when it is not good (any more)
  public Tokens refresh(String refreshToken, SessionTerms terms, Visitor from) {
    return switch (terms.renewal()) {
      case Renewal.None() -> throw SignedTokens.refused(Why.NOT_VALID);
      case Renewal.Lasting _ -> {
        var held = held(refreshToken, Token.Kind.REFRESH);
        yield new Tokens(access(held.account(), terms, held.session()), refreshToken);
      }
      case Renewal.Rotating rotating -> {
        var next = open.exchange(refreshToken, rotating, from);
        var account = present(accounts.find(next.session().account()));
        yield new Tokens(access(account, terms, next.session().id()), next.refresh());
      }
    };
  }

  /// A new access token for somebody who shows one that is still good.
  ///
  /// @throws org.colloquy.model.ProblemException NotSignedIn when there is no session to go on with
  public String renew(Caller caller, SessionTerms terms) {
    caller.requirePerson();
    var session = caller.session();
    if (session == null) {
      throw SignedTokens.refused(Why.NOT_VALID);
    }
    open.extend(session, terms.lifetime());
    return access(present(accounts.find(caller.account())), terms, session);
  }

  /// The kind of client that a token was issued for, without a look at its times; empty when it is
  /// for any, or not ours.
  public String audience(String token) {
    return tokens.peek(token).map(Token::audience).orElse("");
  }

  /// Who holds this access token.
  public Caller caller(String accessToken, Visitor from) {
    var held = held(accessToken, Token.Kind.ACCESS);
    var role = held.account().role();
    return new Caller(
        held.account().id(), role, Caller.Proof.ACCESS_TOKEN, Scope.of(role), from, held.session());
  }

  /// @param session null for a token from before there were sessions
  private record Held(Account account, @Nullable SessionId session) {}

  /// Who holds a token whose session has not ended. One from before there were sessions is good as
  /// long as the password is the same.
  private Held held(String text, Token.Kind kind) {
    var token = tokens.read(text, kind);
    var account = present(accounts.findByNumber(token.account()));
    if (token.bound().isEmpty()) {
      if (token.passwordVersion() != account.passwordVersion()) {
        throw SignedTokens.refused(Why.NOT_VALID);
      }
      return new Held(account, null);
    }
    var session =
        open.use(SessionId.of(token.bound()))
            .filter(found -> found.account().equals(account.id()))
            .orElseThrow(() -> SignedTokens.refused(Why.NOT_VALID));
    return new Held(account, session.id());
  }

  private static Account present(Optional<Account> account) {
    return account.filter(Sessions::usable).orElseThrow(() -> SignedTokens.refused(Why.NO_ACCOUNT));
  }

  private static boolean usable(Account account) {
    return !account.disabled();
  }

  private String access(Account account, SessionTerms terms, @Nullable SessionId session) {
    return tokens.issue(
        Token.Kind.ACCESS, account, terms.access(), session == null ? "" : session.toString());
  }
}
