package org.colloquy.server.llm.wire;

import java.util.Optional;
import java.util.regex.Pattern;
import org.colloquy.server.core.turn.Prompt;

/// What is asked, and in which language.
record Question(Prompt prompt, Language language) {
  private static final int BAD_REQUEST = 400;
  private static final int SERVER_ERROR = 500;
  private static final Pattern PICTURES = Pattern.compile("(?i)image|vision|visual|multi-?modal");

  /// The same question without what the server refused to understand; empty when it refused for
  /// another reason.
  Optional<Question> plainer(Attempt.Refused refused) {
    if (refused.status() < BAD_REQUEST || refused.status() > SERVER_ERROR) {
      return Optional.empty();
    }
    var other = language.without(refused.words());
    if (other.isPresent()) {
      return other.map(simpler -> new Question(prompt, simpler));
    }
    return prompt.hasPictures() && PICTURES.matcher(refused.words()).find()
        ? Optional.of(new Question(prompt.withoutPictures(), language))
        : Optional.empty();
  }
}
