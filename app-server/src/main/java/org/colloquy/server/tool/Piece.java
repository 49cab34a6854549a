package org.colloquy.server.tool;

import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;

/// One piece of a text that is too long to be told at once.
public final class Piece {
  /// Where a piece begins.
  public static final Parameter FROM =
      Parameter.optional(
          "from", Parameter.Kind.INTEGER, "The first character to be told; 0 if left out.");

  /// How much is told at once, in characters.
  static final int LENGTH = 16_000;

  private Piece() {}

  /// Where the model wants to begin.
  public static int from(Parameters.Arguments arguments) {
    return arguments.integer(FROM.name(), 0);
  }

  /// The piece that begins there, and where the next one does.
  public static String of(String text, int from) {
    if (from < 0 || (from > 0 && from >= text.length())) {
      throw new ProblemException(
          new Problem.Invalid(FROM.name(), "The text has " + text.length() + " characters."));
    }
    int end = Math.min(text.length(), from + LENGTH);
    if (end < text.length() && Character.isHighSurrogate(text.charAt(end - 1))) {
      end--;
    }
    var piece = text.substring(from, end);
    return end == text.length()
        ? piece
        : piece + "\n[Go on from " + end + " of " + text.length() + ".]";
  }
}
