package org.colloquy.server.core.turn;

import org.jspecify.annotations.Nullable;

/// How much of a model's window a question would take, in tokens as they are counted here, which is
/// about what the model counts.
///
/// @param room how many there are for all of it; null when the model has no window
/// @param instructions what the program and the agent say
/// @param tools what may be called
/// @param earlier the messages before that go with it
/// @param question what is being written
/// @param leftOut how many of the first messages do not go with it
/// @param cost of all of it, in millionths of a US dollar; null when the price is not known
public record ContextUse(
    @Nullable Integer room,
    long instructions,
    long tools,
    long earlier,
    long question,
    int leftOut,
    @Nullable Long cost) {}
