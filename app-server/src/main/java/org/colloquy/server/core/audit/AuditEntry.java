package org.colloquy.server.core.audit;

import java.time.Instant;
import org.colloquy.model.AccountId;
import org.jspecify.annotations.Nullable;

/// An event as it stands in the audit log. Its words are taken as they were found, because whether
/// they are what was written is what a check finds out.
///
/// @param number 1 for the first, and one more for each that follows
/// @param account who did it; null when nobody was known
/// @param action one of [AuditEvent.Action], by its name
/// @param outcome one of [AuditEvent.Outcome], by its name
/// @param hash what [AuditChain] makes of the entry before and of this one
public record AuditEntry(
    long number,
    Instant at,
    @Nullable AccountId account,
    String action,
    String outcome,
    String object,
    String address,
    String hash) {}
