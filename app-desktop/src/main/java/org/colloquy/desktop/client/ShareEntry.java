package org.colloquy.desktop.client;

import java.util.UUID;

/// With whom a conversation is shared.
///
/// @param writable whether they may also ask in it
public record ShareEntry(UUID id, RecipientEntry with, boolean writable) {}
