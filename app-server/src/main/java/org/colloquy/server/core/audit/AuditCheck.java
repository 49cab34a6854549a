package org.colloquy.server.core.audit;

import org.jspecify.annotations.Nullable;

/// What a look through the whole audit log found.
///
/// @param head the end of what is in order
/// @param broken the first entry that was changed, is missing or was put there; null when there is
///   none
/// @param expectedFound whether the hash that was asked for is that of an entry in order
public record AuditCheck(AuditHead head, @Nullable Long broken, boolean expectedFound) {
  /// Whether every entry is as it was written.
  public boolean intact() {
    return broken == null;
  }
}
