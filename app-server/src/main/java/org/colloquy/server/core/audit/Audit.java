package org.colloquy.server.core.audit;

/// Takes down what somebody may have to account for.
public interface Audit {
  /// Writes an event down. It is kept when this returns.
  ///
  /// @throws org.colloquy.model.ProblemException Unavailable when it cannot be kept
  void note(AuditEvent event);
}
