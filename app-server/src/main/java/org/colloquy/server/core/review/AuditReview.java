package org.colloquy.server.core.review;

import java.util.List;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.server.core.Rules;
import org.colloquy.server.core.audit.AuditCheck;
import org.colloquy.server.core.audit.AuditEntry;
import org.colloquy.server.core.audit.AuditFilter;
import org.colloquy.server.core.audit.AuditLog;
import org.colloquy.server.core.identity.Caller;
import org.colloquy.server.core.identity.Scope;

/// What people may see of the audit log.
public final class AuditReview {
  private final AuditLog log;

  public AuditReview(AuditLog log) {
    this.log = log;
  }

  /// The wanted entries before this number, newest first: everybody's for those who look after this
  /// server, else the caller's own.
  ///
  /// @throws ProblemException NotFound when the caller may not see what the wanted account did
  public List<AuditEntry> visible(Caller caller, AuditFilter wanted, long before, int most) {
    new Rules().expect(most >= 1, "limit", "It must be at least 1.").check();
    if (caller.scopes().contains(Scope.ADMIN)) {
      return log.before(wanted, before, most);
    }
    if (wanted.account() != null && !wanted.account().equals(caller.account())) {
      throw new ProblemException(new Problem.NotFound("account"));
    }
    return log.before(wanted.of(caller.account()), before, most);
  }

  /// Looks through the whole log.
  public AuditCheck check(Caller caller) {
    caller.require(Scope.ADMIN);
    return log.check();
  }
}
