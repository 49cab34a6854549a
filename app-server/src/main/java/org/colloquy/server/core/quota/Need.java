package org.colloquy.server.core.quota;

import org.colloquy.model.MessageId;
import org.jspecify.annotations.Nullable;

/// The most that a call of a model can take, in tokens.
///
/// @param input of the prompt
/// @param output of the answer
/// @param answer the message that the answer is kept in while it grows; null when it is not kept
public record Need(int input, int output, @Nullable MessageId answer) {}
