package org.colloquy.desktop.client;

import java.util.UUID;
import org.colloquy.model.KeyId;

/// A key that an owner shares with others, of which nothing else is told.
///
/// @param account whose it is
/// @param provider what its provider is called
public record SharedKeyEntry(KeyId id, UUID account, String provider, KeySharing sharing) {}
