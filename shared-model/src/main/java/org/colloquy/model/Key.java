package org.colloquy.model;

import java.time.Instant;

/// An account's secret for a provider, without the secret.
///
/// @param number the same key as an integer, for clients that count
/// @param lastFour the end of the secret, to tell keys apart; empty when the secret is short
public record Key(
    KeyId id,
    long number,
    AccountId owner,
    ProviderId provider,
    String nickname,
    String lastFour,
    Instant createdAt) {}
