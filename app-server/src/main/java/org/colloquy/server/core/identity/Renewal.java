package org.colloquy.server.core.identity;

import java.time.Duration;
import java.time.Instant;

/// How somebody who signed in gets new access tokens.
public sealed interface Renewal {
  /// By showing an access token that is still good, or not at all.
  record None() implements Renewal {}

  /// By a signed token that stays the same, for clients that never store a new one.
  record Lasting(Duration lifetime) implements Renewal {}

  /// By a token that is good once and answered with the next one.
  ///
  /// @param idle how long each of them is good
  /// @param most how long after the sign-in all of them are over
  record Rotating(Duration idle, Duration most) implements Renewal {
    Instant expiry(Instant startedAt, Instant now) {
      var end = startedAt.plus(most);
      var idleUntil = now.plus(idle);
      return idleUntil.isBefore(end) ? idleUntil : end;
    }
  }
}
