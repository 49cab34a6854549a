package org.colloquy.server.core.provider;

import java.time.Instant;
import org.colloquy.model.AccountId;
import org.colloquy.model.KeyId;
import org.colloquy.model.ProviderId;

/// A key that is about to be stored.
///
/// @param sealed the secret as [SecretBox] sealed it
public record NewKey(
    KeyId id,
    AccountId owner,
    ProviderId provider,
    String nickname,
    String lastFour,
    String sealed,
    Instant createdAt) {}
