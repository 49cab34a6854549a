package org.colloquy.server.core.identity;

import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.colloquy.model.Account;
import org.colloquy.model.Problem;
import org.colloquy.model.Problem.NotSignedIn.Why;
import org.colloquy.model.ProblemException;
import org.colloquy.server.core.Ids;

/// Issues signed tokens, and takes back those that are good.
public final class SignedTokens {
  /// How far ahead of our clock a token may have been issued. One that was issued while the clock
  /// was wrong by more would be good for longer than meant.
  static final Duration MOST_AHEAD = Duration.ofMinutes(5);

  private final TokenSigner signer;
  private final InstantSource clock;
  private final Ids ids;

  public SignedTokens(TokenSigner signer, InstantSource clock, Ids ids) {
    this.signer = signer;
    this.clock = clock;
    this.ids = ids;
  }

  /// A new token for an account.
  ///
  /// @param bound what must still be so for it to be good; empty for nothing
  String issue(Token.Kind kind, Account account, AccessTerms terms, String bound) {
    var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    return signer.sign(
        new Token(
            kind,
            account.number(),
            account.id(),
            account.passwordVersion(),
            terms.audience(),
            bound,
            ids.next().toString().replace("-", ""),
            now,
            now.plus(terms.lifetime())));
  }

  /// Reads a token of this kind. What it is bound to is for the caller to check.
  ///
  /// @throws ProblemException NotSignedIn when it is forged, expired, or of another kind
  Token read(String text, Token.Kind kind) {
    var token = signer.read(text).orElseThrow(() -> refused(Why.NOT_VALID));
    if (token.kind() != kind) {
      throw refused(Why.WRONG_KIND);
    }
    var now = clock.instant();
    if (!token.expiresAt().isAfter(now) || token.issuedAt().isAfter(now.plus(MOST_AHEAD))) {
      throw refused(Why.NOT_VALID);
    }
    return token;
  }

  /// Reads a token of any kind without a look at its times; empty when it is not ours.
  Optional<Token> peek(String text) {
    return signer.read(text);
  }

  static ProblemException refused(Why why) {
    return new ProblemException(new Problem.NotSignedIn(why));
  }
}
