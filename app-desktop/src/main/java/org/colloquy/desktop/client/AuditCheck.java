package org.colloquy.desktop.client;

/// What a check of the audit log found.
///
/// @param head the last entry's hash
/// @param broken the first entry that is not as it was; 0 when all are
public record AuditCheck(boolean intact, long entries, String head, long broken) {}
