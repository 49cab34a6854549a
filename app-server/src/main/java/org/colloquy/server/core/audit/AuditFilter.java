package org.colloquy.server.core.audit;

import org.colloquy.model.AccountId;
import org.colloquy.server.core.audit.AuditEvent.Action;
import org.jspecify.annotations.Nullable;

/// Which entries of the audit log are wanted.
///
/// @param account only what this account did; null for everybody's
/// @param action only where this was done; null for everything
public record AuditFilter(@Nullable AccountId account, @Nullable Action action) {
  /// All entries.
  public static final AuditFilter ALL = new AuditFilter(null, null);

  /// The same, of this account alone.
  public AuditFilter of(AccountId only) {
    return new AuditFilter(only, action);
  }
}
