package org.colloquy.server.core.turn;

import org.colloquy.server.core.quota.Reservation;
import org.jspecify.annotations.Nullable;

/// What may be asked of a model.
///
/// @param prompt with the most tokens that its answer may have, where somebody has to say so
/// @param reserved what was set aside for it; null when no quota counts
/// @param shortened the most tokens of the answer when a quota leaves no more; 0 when it does
record Allowance(Prompt prompt, @Nullable Reservation reserved, int shortened) {
  /// What the person is told when the answer may be cut off by a quota.
  String sentence() {
    return "Your quota leaves " + shortened + " tokens for this answer; it ends there.";
  }
}
