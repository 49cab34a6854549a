package org.colloquy.desktop.ui.chat;

import java.util.List;
import java.util.function.Consumer;
import org.colloquy.desktop.client.DraftEntry;

/// Where what is being written is kept.
public interface Drafts {
  /// Fetches what was being written when the program ended.
  void load(Consumer<List<DraftEntry>> taker);

  /// This is being written now.
  void note(DraftEntry draft);
}
