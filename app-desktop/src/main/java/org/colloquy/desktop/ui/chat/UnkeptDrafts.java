package org.colloquy.desktop.ui.chat;

import java.util.List;
import java.util.function.Consumer;
import org.colloquy.desktop.client.DraftEntry;

/// For a field whose words are gone with the program.
public record UnkeptDrafts() implements Drafts {
  @Override
  public void load(Consumer<List<DraftEntry>> taker) {}

  @Override
  public void note(DraftEntry draft) {}
}
