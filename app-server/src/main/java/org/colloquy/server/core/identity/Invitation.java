package org.colloquy.server.core.identity;

import java.time.Instant;
import org.colloquy.model.AccountId;
import org.colloquy.model.AccountRole;
import org.jspecify.annotations.Nullable;

/// A code with which somebody may make an account of their own, once. The code itself is not kept.
///
/// @param role what the account will be
/// @param usedAt null as long as it was not
public record Invitation(
    InvitationId id,
    AccountId madeBy,
    AccountRole role,
    Instant createdAt,
    Instant expiresAt,
    @Nullable Instant usedAt) {}
