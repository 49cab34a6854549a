package org.colloquy.desktop.ui.history;

import org.colloquy.desktop.client.ConversationEntry;
import org.colloquy.desktop.client.FolderEntry;

/// One row of the sidebar.
public sealed interface HistoryRow {
  /// Above the conversations of one group.
  record Heading(Group group) implements HistoryRow {}

  /// A folder, above its conversations while it is open.
  ///
  /// @param conversations how many are in it
  /// @param unread whether something in it was not seen
  record Folder(FolderEntry folder, int conversations, boolean open, boolean unread)
      implements HistoryRow {}

  /// A conversation.
  ///
  /// @param inside whether it stands under its folder
  /// @param unread whether an answer in it was not seen
  record Line(ConversationEntry conversation, boolean inside, boolean unread)
      implements HistoryRow {}
}
