package org.colloquy.server.core.quota;

/// The most that a call of a model can take, in tokens.
///
/// @param input of the prompt
/// @param output of the answer
public record Need(int input, int output) {}
