package org.colloquy.server.core.identity;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.function.Consumer;
import org.colloquy.model.ProblemException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes down when things such as sessions and tokens were used last, so seldom that it costs
/// nothing.
final class LastUses<I> {
  /// How long a thing is used before that is written down again.
  static final Duration PAUSE = Duration.ofMinutes(5);

  private static final Logger LOG = LoggerFactory.getLogger(LastUses.class);
  private static final int MOST = 10_000;

  private final InstantSource clock;
  private final SequencedMap<I, Instant> noted = new LinkedHashMap<>();

  LastUses(InstantSource clock) {
    this.clock = clock;
  }

  /// It is used now. That this cannot be written down is no reason to refuse it.
  ///
  /// @param write writes it down, when it is time to
  void note(I used, Consumer<Instant> write) {
    var now = clock.instant();
    if (isDue(used, now)) {
      try {
        write.accept(now);
      } catch (ProblemException e) {
        LOG.warn("a last use could not be written down", e);
      }
    }
  }

  private boolean isDue(I used, Instant now) {
    synchronized (noted) {
      var last = noted.get(used);
      if (last != null && Duration.between(last, now).abs().compareTo(PAUSE) < 0) {
        return false;
      }
      noted.putLast(used, now);
      if (noted.size() > MOST) {
        noted.pollFirstEntry();
      }
      return true;
    }
  }
}
