package org.colloquy.server.core.identity;

import java.time.Duration;
import org.colloquy.model.Account;
import org.colloquy.model.Problem.NotSignedIn.Why;

/// Signing in and staying signed in, by signed tokens.
public final class Sessions {
  /// How long an access token is good, as the clients of the user chat API expect.
  public static final Duration ACCESS_LIFETIME = Duration.ofMinutes(15);

  /// How long a refresh token is good.
  public static final Duration REFRESH_LIFETIME = Duration.ofDays(1);

  private static final AccessTerms ANY_CLIENT = new AccessTerms("", ACCESS_LIFETIME);
  private static final AccessTerms ANY_CLIENT_AGAIN = new AccessTerms("", REFRESH_LIFETIME);

  private final AccountStore accounts;
  private final PasswordHasher hasher;
  private final SignedTokens tokens;

  public Sessions(AccountStore accounts, PasswordHasher hasher, SignedTokens tokens) {
    this.accounts = accounts;
    this.hasher = hasher;
    this.tokens = tokens;
  }

  /// An access and a refresh token.
  public record Tokens(String access, String refresh) {}

  /// Signs in with username or e-mail address and password. Takes as long for an unknown name as
  /// for a wrong password.
  public Tokens signIn(String name, String password) {
    var account = checked(name, password);
    return new Tokens(
        issue(Token.Kind.ACCESS, account, ANY_CLIENT),
        issue(Token.Kind.REFRESH, account, ANY_CLIENT_AGAIN));
  }

  /// Signs in as [#signIn(String, String)] does, for an access token on these terms and no other.
  public String signIn(String name, String password, AccessTerms terms) {
    return issue(Token.Kind.ACCESS, checked(name, password), terms);
  }

  /// A new access token for somebody who is signed in.
  public String renew(Caller caller, AccessTerms terms) {
    caller.requirePerson();
    var account =
        accounts.find(caller.account()).orElseThrow(() -> SignedTokens.refused(Why.NO_ACCOUNT));
    return issue(Token.Kind.ACCESS, account, terms);
  }

  /// The kind of client that a token was issued for, without a look at its times; empty when it is
  /// for any, or not ours.
  public String audience(String token) {
    return tokens.peek(token).map(Token::audience).orElse("");
  }

  private Account checked(String name, String password) {
    var account = accounts.findByName(name.strip());
    var hash =
        account.flatMap(found -> accounts.passwordHash(found.id())).orElseGet(hasher::unmatchable);
    boolean matches =
        password.length() <= Accounts.LONGEST_PASSWORD && hasher.matches(password, hash);
    if (!matches || account.isEmpty() || !usable(account.get())) {
      throw SignedTokens.refused(Why.WRONG_PASSWORD);
    }
    return account.get();
  }

  /// A new access token for a refresh token.
  public String refresh(String refreshToken) {
    var account = holder(refreshToken, Token.Kind.REFRESH);
    return issue(Token.Kind.ACCESS, account, ANY_CLIENT);
  }

  /// Who holds this access token.
  public Caller caller(String accessToken, Visitor from) {
    var account = holder(accessToken, Token.Kind.ACCESS);
    return new Caller(account.id(), account.role(), Caller.Proof.ACCESS_TOKEN, from);
  }

  private Account holder(String text, Token.Kind kind) {
    return accounts
        .findByNumber(tokens.read(text, kind).account())
        .filter(Sessions::usable)
        .orElseThrow(() -> SignedTokens.refused(Why.NO_ACCOUNT));
  }

  private static boolean usable(Account account) {
    return !account.disabled();
  }

  private String issue(Token.Kind kind, Account account, AccessTerms terms) {
    return tokens.issue(kind, account, terms, "");
  }
}
