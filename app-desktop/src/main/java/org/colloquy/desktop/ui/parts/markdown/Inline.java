package org.colloquy.desktop.ui.parts.markdown;

import java.util.Set;

/// A run of text inside a block.
public sealed interface Inline {
  String text();

  /// Words in one style.
  record Words(String text, Set<Style> styles) implements Inline {
    public Words {
      styles = Set.copyOf(styles);
    }
  }

  /// Words that lead to an address. It is opened only when somebody clicks.
  record Link(String text, String address, Set<Style> styles) implements Inline {
    public Link {
      styles = Set.copyOf(styles);
    }
  }

  /// How words look.
  enum Style {
    STRONG,
    EMPHASIS,
    CODE
  }
}
