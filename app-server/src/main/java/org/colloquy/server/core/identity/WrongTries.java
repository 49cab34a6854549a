package org.colloquy.server.core.identity;

import java.time.Duration;
import java.time.Instant;

/// How many wrong tries there were of late, at one account or from one place.
///
/// @param count at least 1
/// @param since when the last one was, or when the time began in which they are counted
/// @param forgottenAt when they count no more
public record WrongTries(int count, Instant since, Instant forgottenAt) {
  boolean areForgotten(Instant now) {
    return !forgottenAt.isAfter(now);
  }

  /// After the clock was put back, it is as if they had happened just now.
  WrongTries notAfter(Instant now) {
    return since.isAfter(now)
        ? new WrongTries(count, now, now.plus(Duration.between(since, forgottenAt)))
        : this;
  }
}
