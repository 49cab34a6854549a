package org.colloquy.server.core.identity;

import java.time.Instant;
import org.colloquy.model.AccountId;
import org.colloquy.model.AccountRole;
import org.colloquy.model.Profile;
import org.jspecify.annotations.Nullable;

/// An account that is about to be stored.
///
/// @param email empty when there is none
/// @param passwordHash in PHC form; null when nobody can sign in with a password
public record NewAccount(
    AccountId id,
    String username,
    String email,
    Profile profile,
    AccountRole role,
    @Nullable String passwordHash,
    Instant joinedAt) {}
