package org.colloquy.desktop.client;

import java.time.Instant;
import java.util.UUID;
import org.colloquy.model.AccountRole;

/// Somebody's account on the server.
///
/// @param disabled whether they are shut out
/// @param joinedAt since when they have it
public record AccountEntry(
    UUID id, String username, AccountRole role, boolean disabled, Instant joinedAt) {}
