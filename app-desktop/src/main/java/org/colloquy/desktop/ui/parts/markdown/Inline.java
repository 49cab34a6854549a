package org.colloquy.desktop.ui.parts.markdown;

import java.util.Set;
import org.colloquy.desktop.ui.parts.math.Formula;

/// A run of text inside a block.
public sealed interface Inline {
  String text();

  /// Words in one style.
  ///
  /// @param start where they begin in the text that was read, in UTF-16 units; negative when nobody
  ///   knows
  /// @param end after their last character
  record Words(String text, Set<Style> styles, int start, int end) implements Inline {
    public Words {
      styles = Set.copyOf(styles);
    }

    /// Words of which nobody knows where they stand.
    public Words(String text, Set<Style> styles) {
      this(text, styles, -1, -1);
    }

    /// A part of them.
    Words part(int from, int to) {
      boolean exact = start >= 0 && end - start == text.length();
      return exact
          ? new Words(text.substring(from, to), styles, start + from, start + to)
          : new Words(text.substring(from, to), styles);
    }
  }

  /// A number that names sources, such as `[3]`.
  ///
  /// @param text as it is shown and copied
  /// @param index by which it is followed
  /// @param lost whether what it says was not found where it should stand
  /// @param name what it is called for people who do not see it
  record Mark(String text, Set<Style> styles, int index, boolean lost, String name)
      implements Inline {
    public Mark {
      styles = Set.copyOf(styles);
    }
  }

  /// A formula in the line.
  ///
  /// @param text as it was written, with the signs around it
  record Equation(String text, Formula formula) implements Inline {}

  /// Words that lead to an address. It is opened only when somebody clicks.
  record Link(String text, String address, Set<Style> styles) implements Inline {
    public Link {
      styles = Set.copyOf(styles);
    }
  }

  /// A picture that is somewhere else. It is only named: to load it would tell a stranger that it
  /// was read.
  record Picture(String text, String address, Set<Style> styles) implements Inline {
    public Picture {
      styles = Set.copyOf(styles);
    }
  }

  /// The number of a footnote.
  record NoteMark(String text) implements Inline {}

  /// How words look.
  enum Style {
    STRONG,
    EMPHASIS,
    STRUCK,
    CODE
  }
}
