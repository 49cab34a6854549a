package org.colloquy.server.core.provider;

import org.colloquy.model.AccountId;
import org.colloquy.model.KeyId;

/// A stored key with its sealed secret.
///
/// @param address of the provider it is for
public record SealedKey(KeyId id, AccountId owner, String address, String sealed) {}
