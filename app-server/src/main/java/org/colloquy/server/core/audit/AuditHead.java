package org.colloquy.server.core.audit;

/// The end of the audit log. Kept somewhere else, it proves that what was before is still there.
///
/// @param number of the last entry, and so how many there are; 0 when there is none
/// @param hash of the last entry; zeros when there is none
public record AuditHead(long number, String hash) {
  /// The end of a log without entries.
  public static final AuditHead NONE = new AuditHead(0, "0".repeat(64));

  /// The end of the log whose last entry this is.
  public static AuditHead at(AuditEntry last) {
    return new AuditHead(last.number(), last.hash());
  }
}
