package org.colloquy.server.llm.wire;

import org.colloquy.server.core.turn.Prompt;

/// Tells a model that cannot see which pictures it was shown.
final class UnseenPictures {
  private UnseenPictures() {}

  /// Whether there are pictures in a prompt.
  static boolean in(Prompt prompt) {
    return prompt.lines().stream().anyMatch(line -> !line.pictures().isEmpty());
  }

  /// The prompt with a sentence in the place of each picture.
  static Prompt told(Prompt prompt) {
    var lines = prompt.lines().stream().map(UnseenPictures::told).toList();
    return new Prompt(
        prompt.model(), lines, prompt.tools(), prompt.toolChoice(), prompt.parameters());
  }

  private static Prompt.Line told(Prompt.Line line) {
    var words = new StringBuilder(line.content());
    for (var picture : line.pictures()) {
      words.append(words.isEmpty() ? "" : "\n\n").append("[A picture was attached here (");
      words.append(picture.mediaType()).append("), but you cannot see pictures. Say so.]");
    }
    return new Prompt.Line(line.role(), words.toString(), line.toolCalls(), line.answersCall());
  }
}
