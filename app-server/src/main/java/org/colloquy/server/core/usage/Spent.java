package org.colloquy.server.core.usage;

import java.util.List;
import org.colloquy.model.Usage;

/// What asking a model took.
public sealed interface Spent {
  /// The provider told it.
  record Told(Usage usage) implements Spent {}

  /// The provider did not tell, or was cut off before it could.
  ///
  /// @param asked all texts of the prompt
  /// @param pictures the tokens of its pictures, about
  /// @param answered everything that was heard of the answer
  record Untold(List<String> asked, int pictures, String answered) implements Spent {
    public Untold {
      asked = List.copyOf(asked);
    }
  }
}
