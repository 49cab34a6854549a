package org.colloquy.desktop.client;

import java.time.Instant;
import java.util.UUID;

/// A fact that is remembered across conversations.
public record MemoryEntry(UUID id, String text, Instant changedAt) {}
