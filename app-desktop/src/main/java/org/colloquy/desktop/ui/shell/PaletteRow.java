package org.colloquy.desktop.ui.shell;

import org.colloquy.desktop.client.ConversationEntry;
import org.colloquy.desktop.client.FolderEntry;
import org.colloquy.desktop.client.SearchHit;

/// A row of what can be found and done.
public sealed interface PaletteRow {
  /// Above rows of one kind.
  record Heading(Kind kind) implements PaletteRow {}

  record Action(Shortcut shortcut) implements PaletteRow {}

  record Conversation(ConversationEntry conversation) implements PaletteRow {}

  record Folder(FolderEntry folder) implements PaletteRow {}

  /// Something that was said, or a file.
  record Found(SearchHit hit) implements PaletteRow {}

  /// What stands together.
  enum Kind {
    RECENT,
    ACTIONS,
    CONVERSATIONS,
    FOLDERS,
    MESSAGES,
    FILES
  }
}
