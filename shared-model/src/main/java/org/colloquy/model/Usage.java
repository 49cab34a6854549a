package org.colloquy.model;

/// Tokens that one answer took. A figure is 0 when the provider told none.
///
/// @param input tokens of the prompt
/// @param output tokens of the answer
public record Usage(int input, int output) {
  /// No figures known.
  public static final Usage NONE = new Usage(0, 0);

  /// The sum of both, for turns that ask the model more than once.
  public Usage plus(Usage more) {
    return new Usage(input + more.input, output + more.output);
  }
}
