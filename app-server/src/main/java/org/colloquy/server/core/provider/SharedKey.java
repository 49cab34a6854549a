package org.colloquy.server.core.provider;

import org.colloquy.model.AccountId;
import org.colloquy.model.KeyId;

/// A key that others may have models asked with, as owners of this Colloquy see it: neither its
/// name nor a character of it.
///
/// @param provider the name of its provider
public record SharedKey(KeyId id, AccountId owner, String provider, Sharing sharing) {}
