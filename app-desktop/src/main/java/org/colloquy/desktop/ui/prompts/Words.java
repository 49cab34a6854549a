package org.colloquy.desktop.ui.prompts;

import java.util.Arrays;
import java.util.List;

/// Several words in one field.
final class Words {
  private Words() {}

  /// Those between the commas, each once.
  static List<String> between(String text) {
    return Arrays.stream(text.split(","))
        .map(String::strip)
        .filter(word -> !word.isEmpty())
        .distinct()
        .toList();
  }
}
