package org.colloquy.server.core.identity;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.colloquy.model.ProblemException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Notes when sessions were used last, so seldom that it costs nothing.
final class SessionUses {
  /// How long a session is used before that is noted again.
  static final Duration PAUSE = Duration.ofMinutes(5);

  private static final Logger LOG = LoggerFactory.getLogger(SessionUses.class);
  private static final int MOST = 10_000;

  private final SessionStore store;
  private final InstantSource clock;
  private final SequencedMap<SessionId, Instant> noted = new LinkedHashMap<>();

  SessionUses(SessionStore store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  void note(SessionId id) {
    var now = clock.instant();
    if (isDue(id, now)) {
      try {
        store.used(id, now);
      } catch (ProblemException e) {
        // Whoever only reads should be served while nothing can be written.
        LOG.warn("the use of a session could not be noted", e);
      }
    }
  }

  private boolean isDue(SessionId id, Instant now) {
    synchronized (noted) {
      var last = noted.get(id);
      if (last != null && Duration.between(last, now).abs().compareTo(PAUSE) < 0) {
        return false;
      }
      noted.putLast(id, now);
      if (noted.size() > MOST) {
        noted.pollFirstEntry();
      }
      return true;
    }
  }
}
