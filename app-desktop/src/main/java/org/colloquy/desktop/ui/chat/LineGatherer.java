package org.colloquy.desktop.ui.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.colloquy.desktop.background.Background;
import org.colloquy.desktop.client.TurnLine;

/// Collects what a turn sends between two frames, so that the window draws once per frame however
/// fast the model speaks.
final class LineGatherer {
  private final Background background;
  private final Consumer<List<TurnLine>> reader;
  private List<TurnLine> waiting = new ArrayList<>();

  LineGatherer(Background background, Consumer<List<TurnLine>> reader) {
    this.background = background;
    this.reader = reader;
  }

  void add(TurnLine line) {
    boolean first;
    synchronized (this) {
      first = waiting.isEmpty();
      waiting.add(line);
    }
    if (first) {
      background.nextFrame(this::flush);
    }
  }

  /// Hands over what is there; on the window's thread.
  void flush() {
    List<TurnLine> lines;
    synchronized (this) {
      lines = waiting;
      waiting = new ArrayList<>();
    }
    if (!lines.isEmpty()) {
      reader.accept(lines);
    }
  }
}
