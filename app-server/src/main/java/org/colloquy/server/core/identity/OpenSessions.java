package org.colloquy.server.core.identity;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.colloquy.model.AccountId;
import org.colloquy.model.Problem;
import org.colloquy.model.Problem.NotSignedIn.Why;
import org.colloquy.model.ProblemException;
import org.colloquy.server.core.Ids;
import org.colloquy.server.core.audit.Audit;
import org.colloquy.server.core.audit.AuditEvent;
import org.colloquy.server.core.audit.AuditEvent.Action;
import org.colloquy.server.core.audit.AuditEvent.Outcome;
import org.colloquy.server.core.identity.RefreshTokens.Exchanged;

/// The sign-ins that have not ended: who is signed in, from where, since when.
public final class OpenSessions {
  private final SessionStore store;
  private final RefreshTokens refreshTokens;
  private final LastUses<SessionId> lastUses;
  private final Audit audit;
  private final InstantSource clock;
  private final Ids ids;

  public OpenSessions(
      SessionStore store, RefreshTokens refreshTokens, Audit audit, InstantSource clock, Ids ids) {
    this.store = store;
    this.refreshTokens = refreshTokens;
    this.lastUses = new LastUses<>(clock);
    this.audit = audit;
    this.clock = clock;
    this.ids = ids;
  }

  /// A session that goes on.
  ///
  /// @param refresh its next refresh token; empty for none
  record Going(Session session, String refresh) {
    @Override
    public String toString() {
      return session.toString();
    }
  }

  /// One's own, the last one first.
  public List<Session.InUse> all(Caller caller) {
    return store.of(caller.account());
  }

  /// Ends one of one's own.
  public void end(Caller caller, SessionId id) {
    if (!store.end(caller.account(), id)) {
      throw new ProblemException(new Problem.NotFound("session"));
    }
    audit.note(caller.did(Action.SIGN_OUT, id));
  }

  /// Ends all of one's own but the one that is used right now.
  public void endOthers(Caller caller) {
    store
        .endAll(caller.account(), caller.session())
        .forEach(id -> audit.note(caller.did(Action.SIGN_OUT, id)));
  }

  /// Ends the one that is used right now, if there is one.
  public void signOut(Caller caller) {
    var id = caller.session();
    if (id != null && store.end(caller.account(), id)) {
      audit.note(caller.did(Action.SIGN_OUT, id));
    }
  }

  Going begin(AccountId account, SessionTerms terms, Visitor from) {
    var now = clock.instant();
    var session = new Session(new SessionId(ids.next()), account, terms.api(), from, now);
    var refresh =
        terms.renewal() instanceof Renewal.Rotating rotating
            ? refreshTokens.first(session, rotating)
            : null;
    store.begin(
        new Session.InUse(session, now, now.plus(terms.lifetime())),
        refresh == null ? null : refresh.kept());
    audit.note(AuditEvent.done(Action.SIGN_IN, account, session.id(), from.address()));
    return new Going(session, refresh == null ? "" : refresh.token());
  }

  /// Ends a session that nobody heard of yet.
  void abandon(Session session) {
    store.end(session.account(), session.id());
  }

  /// A session that has not ended, and is used.
  Optional<Session> use(SessionId id) {
    var session = store.find(id);
    session.ifPresent(found -> lastUses.note(found.id(), now -> store.used(found.id(), now)));
    return session;
  }

  /// Lets a session go on for so long, at least.
  void extend(SessionId id, Duration lifetime) {
    store.extend(id, clock.instant().plus(lifetime));
  }

  /// Exchanges a refresh token. When it is used a second time, its session ends: nobody can tell
  /// which of the two is a thief.
  Going exchange(String token, Renewal.Rotating terms, Visitor from) {
    return switch (refreshTokens.exchange(token, terms)) {
      case Exchanged.Next(var session, var next) -> new Going(session, next);
      case Exchanged.UsedTwice(var session) -> {
        store.end(session.account(), session.id());
        audit.note(
            new AuditEvent(
                Action.REFRESH_REUSED,
                Outcome.REFUSED,
                session.account(),
                session.id().toString(),
                from.address()));
        throw SignedTokens.refused(Why.NOT_VALID);
      }
    };
  }
}
