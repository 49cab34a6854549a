package org.colloquy.server.core.turn;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.colloquy.model.MessageId;
import org.colloquy.model.ProblemException;
import org.colloquy.server.core.conversation.MessageStore;
import org.colloquy.server.core.conversation.MessageStore.Words;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes answers down while they grow: few at a time, because the store holds what is written
/// together in memory, and everybody else's writes wait for it.
final class GrowingAnswers {
  private static final Logger LOG = LoggerFactory.getLogger(GrowingAnswers.class);

  private static final int MOST_TOGETHER = 64;

  /// In UTF-16 units.
  private static final int LONGEST_TOGETHER = 1 << 18;

  private final MessageStore messages;

  GrowingAnswers(MessageStore messages) {
    this.messages = messages;
  }

  /// Writes down what these turns said since the last time. What cannot be written now is logged,
  /// and is written with what comes next.
  void writeDown(Collection<RunningTurn> turns) {
    var together = new HashMap<MessageId, Words>();
    int length = 0;
    for (var turn : turns) {
      var growing = turn.growing();
      var words = growing == null ? null : growing.text().grown().orElse(null);
      if (growing != null && words != null) {
        together.put(growing.answer(), words);
        length += words.content().length() + words.reasoning().length();
      }
      if (together.size() == MOST_TOGETHER || length > LONGEST_TOGETHER) {
        write(together);
        together.clear();
        length = 0;
      }
    }
    write(together);
  }

  private void write(Map<MessageId, Words> growing) {
    if (growing.isEmpty()) {
      return;
    }
    try {
      messages.writeDown(Map.copyOf(growing));
    } catch (ProblemException e) {
      LOG.warn("{} growing answers could not be written down", growing.size(), e);
    }
  }
}
