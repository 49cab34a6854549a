package org.colloquy.server.core.audit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A way through the audit log from its beginning, as far as everything is in order.
final class AuditWalk {
  private final @Nullable String expected;
  private AuditHead head = AuditHead.NONE;
  private boolean found;

  /// @param expected a hash to look for; null for none
  AuditWalk(@Nullable String expected) {
    this.expected = expected;
    found = expected == null || expected.equals(head.hash());
  }

  /// How far it came.
  AuditHead head() {
    return head;
  }

  /// Goes on over these entries; false when one of them does not follow the one before.
  boolean passes(List<AuditEntry> entries) {
    for (var entry : entries) {
      if (!AuditChain.follows(head, entry)) {
        return false;
      }
      head = AuditHead.at(entry);
      found |= head.hash().equals(expected);
    }
    return true;
  }

  /// What was found when nothing comes after where it came.
  AuditCheck intact() {
    return new AuditCheck(head, null, found);
  }

  /// What was found when this entry was not in order.
  AuditCheck brokenAt(long number) {
    return new AuditCheck(head, number, found);
  }
}
