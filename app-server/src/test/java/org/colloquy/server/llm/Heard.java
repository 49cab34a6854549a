package org.colloquy.server.llm;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.colloquy.server.core.turn.ReplyListener;

/// Remembers what a model said.
public final class Heard implements ReplyListener {
  private final List<String> words = new CopyOnWriteArrayList<>();
  private final List<String> thoughts = new CopyOnWriteArrayList<>();

  @Override
  public void text(String text) {
    words.add(text);
  }

  @Override
  public void reasoning(String text) {
    thoughts.add(text);
  }

  /// What was said, piece by piece.
  public List<String> words() {
    return words;
  }

  /// What was thought, piece by piece.
  public List<String> thoughts() {
    return thoughts;
  }

  /// Everything said, as one text.
  public String all() {
    return String.join("", words);
  }
}
