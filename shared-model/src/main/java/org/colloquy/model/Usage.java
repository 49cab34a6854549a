package org.colloquy.model;

/// Tokens that one answer took. A figure is 0 when the provider told none. What is part of another
/// figure is never more than that.
///
/// @param input tokens of the prompt, all of them
/// @param output tokens of the answer, with those of its thoughts
/// @param cached those of the input that the provider had in its cache
/// @param cacheWritten those of the input that the provider wrote into its cache
/// @param reasoning those of the output that were thoughts
public record Usage(int input, int output, int cached, int cacheWritten, int reasoning) {
  /// No figures known.
  public static final Usage NONE = new Usage(0, 0);

  public Usage {
    cached = part(cached, input);
    cacheWritten = part(cacheWritten, input - cached);
    reasoning = part(reasoning, output);
  }

  /// One of which no more is known.
  public Usage(int input, int output) {
    this(input, output, 0, 0, 0);
  }

  private static int part(int told, int whole) {
    return Math.max(0, Math.min(told, whole));
  }

  /// The sum of both, for turns that ask the model more than once.
  public Usage plus(Usage more) {
    return new Usage(
        input + more.input,
        output + more.output,
        cached + more.cached,
        cacheWritten + more.cacheWritten,
        reasoning + more.reasoning);
  }
}
