package org.colloquy.desktop.ui.parts.sources;

import org.colloquy.desktop.text.Text;

/// What is said of a source.
final class SourceWords {
  private SourceWords() {}

  /// For people who do not see where it stands.
  static String name(SourceLine line) {
    var name =
        line.number() == 0
            ? Text.of("sources.quotation", line.title())
            : Text.of("sources.source", line.number(), line.title());
    return line.lost() ? name + ", " + Text.of("sources.lost") : name;
  }

  /// What became of looking it up.
  static String state(SourceLine line) {
    if (line.lost()) {
      return Text.of(line.words().isEmpty() ? "sources.state.no-source" : "sources.state.lost");
    }
    return Text.of("sources.state.found");
  }
}
