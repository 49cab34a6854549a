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
    var rest = text.substring(closedLength);
    var placed = MarkdownReader.read(rest, closedLength);
    var first = firstOpen(placed, rest);
    placed.subList(0, first).forEach(done -> closed.add(done.block()));
    var still = placed.subList(first, placed.size());
    open = still.stream().map(MarkdownReader.Placed::block).toList();
    closedLength += still.isEmpty() ? 0 : still.getFirst().start();
  }

  /// The last block is open. While its first line is not complete, that line may still turn out to
  /// belong to the block before.
  private static int firstOpen(List<MarkdownReader.Placed> placed, String rest) {
    var last = placed.size() - 1;
    var lineIsOpen = last > 0 && rest.indexOf('\n', placed.get(last).start()) < 0;
    return Math.max(0, lineIsOpen ? last - 1 : last);
  }
}
