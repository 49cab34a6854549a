package org.colloquy.server.core.identity;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.colloquy.model.Problem.NotSignedIn.Why;
import org.colloquy.model.ProblemException;

/// Tokens that are good once and answered with the next one. When one is used a second time, two
/// have it.
public final class RefreshTokens {
  /// How long the last one before is answered with the same next one, for clients that ask twice at
  /// once.
  static final Duration GRACE = Duration.ofSeconds(10);

  private final SessionStore store;
  private final SecretMaker secrets;
  private final InstantSource clock;

  public RefreshTokens(SessionStore store, SecretMaker secrets, InstantSource clock) {
    this.store = store;
    this.secrets = secrets;
    this.clock = clock;
  }

  /// A token and what is kept of it.
  record Made(String token, RefreshToken kept) {
    @Override
    public String toString() {
      return "refresh token of session " + kept.session();
    }
  }

  /// What became of a token that was to be exchanged.
  sealed interface Exchanged {
    Session session();

    /// It was answered with the next one.
    record Next(Session session, String token) implements Exchanged {}

    /// It had been exchanged before.
    record UsedTwice(Session session) implements Exchanged {}
  }

  /// The first token of a session.
  Made first(Session session, Renewal.Rotating terms) {
    return made(secrets.token(), session, terms);
  }

  /// Exchanges a token.
  ///
  /// @throws ProblemException NotSignedIn when it is not ours, expired, or of a session that ended
  Exchanged exchange(String token, Renewal.Rotating terms) {
    var now = clock.instant();
    var hash = secrets.hash(token);
    var shown = store.refreshToken(hash).orElseThrow(RefreshTokens::notGood);
    var session = store.find(shown.session()).orElseThrow(RefreshTokens::notGood);
    if (shown.usedAt() == null && !shown.expiresAt().isAfter(now)) {
      throw notGood();
    }
    var next = made(secrets.successor(token, shown.salt()), session, terms);
    return store.exchange(hash, next.kept(), now) || isLastBefore(next.kept(), hash, now)
        ? new Exchanged.Next(session, next.token())
        : new Exchanged.UsedTwice(session);
  }

  /// Whether a token was exchanged just now, and for one that nobody used yet.
  private boolean isLastBefore(RefreshToken next, String shown, Instant now) {
    var usedAt = store.refreshToken(shown).orElseThrow(RefreshTokens::notGood).usedAt();
    return usedAt != null
        && !now.isAfter(usedAt.plus(GRACE))
        && store.refreshToken(next.hash()).filter(kept -> kept.usedAt() == null).isPresent();
  }

  private Made made(String token, Session session, Renewal.Rotating terms) {
    var expiresAt = terms.expiry(session.startedAt(), clock.instant());
    return new Made(
        token,
        new RefreshToken(secrets.hash(token), session.id(), secrets.token(), expiresAt, null));
  }

  private static ProblemException notGood() {
    return SignedTokens.refused(Why.NOT_VALID);
  }
}
