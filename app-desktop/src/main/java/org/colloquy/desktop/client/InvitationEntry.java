package org.colloquy.desktop.client;

import java.time.Instant;
import java.util.UUID;
import org.colloquy.model.AccountRole;
import org.jspecify.annotations.Nullable;

/// Somebody may make an account.
///
/// @param role what the account will be
/// @param expiresAt until when
/// @param usedAt when it was used; null when it was not
public record InvitationEntry(
    UUID id, AccountRole role, Instant expiresAt, @Nullable Instant usedAt) {}
