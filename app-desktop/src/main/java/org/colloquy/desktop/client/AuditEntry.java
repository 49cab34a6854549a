package org.colloquy.desktop.client;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Something that was done.
///
/// @param account who did it; null when nobody was known
/// @param action what, in the server's words
/// @param outcome what became of it, in the server's words
/// @param object what it was done to; may be empty
public record AuditEntry(
    long number,
    Instant at,
    @Nullable UUID account,
    String action,
    String outcome,
    String object) {}
