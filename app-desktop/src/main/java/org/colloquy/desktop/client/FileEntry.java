package org.colloquy.desktop.client;

import java.time.Instant;
import java.util.UUID;

/// A file of a conversation.
///
/// @param mediaType what it is, such as `text/csv`; empty when nobody knows
/// @param size in bytes; negative when only its name is kept
public record FileEntry(UUID id, String name, String mediaType, long size, Instant createdAt) {}
