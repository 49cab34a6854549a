package org.colloquy.model;

import java.time.Instant;

/// One line of the visible log of a conversation.
///
/// @param kind a short word such as `turn` or `tool`
/// @param detail one sentence, never a secret
public record Activity(
    long number, ConversationId conversation, String kind, String detail, Instant at) {}
