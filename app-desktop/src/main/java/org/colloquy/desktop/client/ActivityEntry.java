package org.colloquy.desktop.client;

import java.time.Instant;

/// A line of a conversation's running table.
///
/// @param kind a short word such as `upload`
/// @param detail what happened, as a sentence
public record ActivityEntry(long number, String kind, String detail, Instant at) {}
