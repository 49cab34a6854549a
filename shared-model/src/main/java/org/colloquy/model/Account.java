package org.colloquy.model;

import java.time.Instant;

/// A stored user.
///
/// @param number the same account as an integer, for clients that count
/// @param email empty when none was given
/// @param verified whether the e-mail address is known to be its own
/// @param disabled whether nobody can be here by it until an owner lets it in again
/// @param passwordVersion how many passwords it has had; 1 for a new account
public record Account(
    AccountId id,
    long number,
    String username,
    String email,
    Profile profile,
    AccountRole role,
    boolean verified,
    boolean disabled,
    Instant joinedAt,
    long passwordVersion) {}
