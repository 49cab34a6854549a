package org.colloquy.server.core.identity;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.colloquy.model.ProblemException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes down when tokens were used, but not at every use.
final class LastUses {
  private static final Logger LOG = LoggerFactory.getLogger(LastUses.class);
  private static final Duration EXACT_TO = Duration.ofMinutes(5);

  private final ApiTokenStore store;
  private final InstantSource clock;
  private final Map<ApiTokenId, Instant> written = new ConcurrentHashMap<>();

  LastUses(ApiTokenStore store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  /// It is used now. That this cannot be written down is no reason to refuse it.
  void note(ApiToken token) {
    var now = clock.instant();
    var last = written.get(token.id());
    if (last != null && last.plus(EXACT_TO).isAfter(now)) {
      return;
    }
    written.put(token.id(), now);
    try {
      store.noteUse(token.owner(), token.id(), now);
    } catch (ProblemException e) {
      LOG.warn("the last use of a token could not be written down", e);
    }
  }

  void forget(ApiTokenId id) {
    written.remove(id);
  }
}
