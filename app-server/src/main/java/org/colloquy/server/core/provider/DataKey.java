package org.colloquy.server.core.provider;

import java.time.Instant;
import org.colloquy.model.AccountId;

/// The key that seals the secrets of one account, itself sealed.
///
/// @param mark tells it from others of the account
/// @param sealed only a [SecretBox] can open it
public record DataKey(AccountId owner, String mark, String sealed, Instant madeAt) {}
