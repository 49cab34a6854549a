package org.colloquy.desktop.client;

import org.jspecify.annotations.Nullable;

/// How much of a model's window a question would take, in tokens.
///
/// @param room how many there are for all of it; null when the model has no window
/// @param earlier the messages before that go with it
/// @param leftOut how many of the first messages do not go with it
/// @param cost of all of it, in millionths of a US dollar; null when the price is not known
public record ContextUse(
    @Nullable Long room,
    long instructions,
    long tools,
    long earlier,
    long question,
    int leftOut,
    @Nullable Long cost) {
  public long all() {
    return instructions + tools + earlier + question;
  }
}
