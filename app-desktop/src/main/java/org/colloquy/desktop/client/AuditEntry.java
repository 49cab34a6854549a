package org.colloquy.desktop.client;

import java.time.Instant;

/// Something that was done.
///
/// @param action what, in the server's words
/// @param outcome what became of it, in the server's words
/// @param object what it was done to; may be empty
public record AuditEntry(long number, Instant at, String action, String outcome, String object) {}
