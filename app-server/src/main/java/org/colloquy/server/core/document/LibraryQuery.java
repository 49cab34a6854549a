package org.colloquy.server.core.document;

import java.util.List;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;

/// Which files of an account are wanted, newest first.
///
/// @param words stand in the file's name in this order, however they are written; empty for any
/// @param before only files with a smaller number
/// @param most how many, from 1; more than [#MOST] are never told at once
public record LibraryQuery(List<String> words, long before, int most) {
  /// How many files are told at once.
  public static final int MOST = 200;

  private static final int LONGEST = 200;

  public LibraryQuery {
    words = List.copyOf(words);
    most = Math.min(most, MOST);
  }

  /// What somebody typed.
  ///
  /// @param text words with blanks between
  /// @throws ProblemException Invalid when it is longer than any name
  public static LibraryQuery of(String text, long before, int most) {
    if (text.length() > LONGEST) {
      throw new ProblemException(
          new Problem.Invalid("query", "This may have at most " + LONGEST + " characters."));
    }
    var words = text.isBlank() ? List.<String>of() : List.of(text.strip().split("\\s+"));
    return new LibraryQuery(words, before, most);
  }
}
