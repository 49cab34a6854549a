package org.colloquy.server.core.review;

import java.util.List;
import org.colloquy.server.core.Rules;
import org.colloquy.server.core.audit.AuditCheck;
import org.colloquy.server.core.audit.AuditEntry;
import org.colloquy.server.core.audit.AuditLog;
import org.colloquy.server.core.identity.Caller;
import org.colloquy.server.core.identity.Scope;

/// What people may see of the audit log.
public final class AuditReview {
  private final AuditLog log;

  public AuditReview(AuditLog log) {
    this.log = log;
  }

  /// The entries before this number, newest first: everybody's for those who look after this
  /// server, else the caller's own.
  public List<AuditEntry> visible(Caller caller, long before, int most) {
    new Rules().expect(most >= 1, "limit", "It must be at least 1.").check();
    return caller.scopes().contains(Scope.ADMIN)
        ? log.before(before, most)
        : log.of(caller.account(), before, most);
  }

  /// Looks through the whole log.
  public AuditCheck check(Caller caller) {
    caller.require(Scope.ADMIN);
    return log.check();
  }
}
