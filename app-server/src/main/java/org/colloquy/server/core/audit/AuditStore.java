package org.colloquy.server.core.audit;

import java.util.List;
import java.util.function.Function;

/// Keeps the audit log. Entries are only added: none is ever changed or removed.
public interface AuditStore {
  /// Adds the entry that follows the last one. Nobody else adds one in between. It is on the disk
  /// when this returns.
  ///
  /// @param following makes the entry after the end that it is given
  AuditEntry append(Function<AuditHead, AuditEntry> following);

  /// The end as it was written down with the last entry.
  AuditHead head();

  /// The entries after this number, oldest first.
  List<AuditEntry> after(long number, int most);

  /// The wanted entries before this number, newest first.
  List<AuditEntry> before(AuditFilter wanted, long number, int most);
}
