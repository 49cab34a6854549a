package org.colloquy.server.core.turn;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.colloquy.server.core.conversation.MessageStore.Words;
import org.jspecify.annotations.Nullable;

/// The words of an answer while they grow. One thread adds, another one writes them down.
final class AnswerText {
  private final StringBuilder content = new StringBuilder();
  private final StringBuilder reasoning = new StringBuilder();
  private int writtenDown;
  private @Nullable Instant heardAt;

  /// No store keeps a NUL in a text.
  static String storable(String text) {
    return text.indexOf('\0') < 0 ? text : text.replace('\0', '\uFFFD');
  }

  /// Words come now; the first time counts.
  synchronized void heard(InstantSource clock) {
    if (heardAt == null) {
      heardAt = clock.instant();
    }
  }

  /// When the first word came; null when none did. What was said in an earlier turn does not count.
  synchronized @Nullable Instant heardAt() {
    return heardAt;
  }

  synchronized void said(String text) {
    content.append(text);
  }

  synchronized void thought(String text) {
    reasoning.append(text);
  }

  synchronized Words words() {
    return new Words(content.toString(), reasoning.toString());
  }

  synchronized boolean isEmpty() {
    return content.isEmpty() && reasoning.isEmpty();
  }

  /// The words, if there are more than the last time this was asked.
  synchronized Optional<Words> grown() {
    int length = content.length() + reasoning.length();
    if (length == writtenDown) {
      return Optional.empty();
    }
    writtenDown = length;
    return Optional.of(words());
  }
}
