package org.colloquy.desktop.ui.parts.markdown;

import java.util.ArrayList;
import java.util.List;

/// A Markdown text that may still grow. When it does, only its last block is read again: the ones
/// before can no longer change.
public final class Markdown {
  private final StringBuilder text;
  private final List<Block> closed = new ArrayList<>();
  private int closedLength;
  private List<Block> open = List.of();
  private boolean stale = true;

  public Markdown(String text) {
    this.text = new StringBuilder(text);
  }

  public void append(String more) {
    text.append(more);
    stale = true;
  }

  public String text() {
    return text.toString();
  }

  public boolean isBlank() {
    return text.chars().allMatch(Character::isWhitespace);
  }

  /// How much of the text will not be read again.
  int closedLength() {
    return closedLength;
  }

  public List<Block> blocks() {
    if (stale) {
      readOpen();
      stale = false;
    }
    var all = new ArrayList<Block>(closed.size() + open.size());
    all.addAll(closed);
    all.addAll(open);
    return all;
  }

  private void readOpen() {
    var placed = MarkdownReader.read(text.substring(closedLength));
    var last = placed.size() - 1;
    for (var i = 0; i < last; i++) {
      closed.add(placed.get(i).block());
    }
    open = last < 0 ? List.of() : List.of(placed.get(last).block());
    closedLength += last < 0 ? 0 : placed.get(last).start();
  }
}
