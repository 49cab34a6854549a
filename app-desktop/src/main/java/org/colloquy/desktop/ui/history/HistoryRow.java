package org.colloquy.desktop.ui.history;

import org.colloquy.desktop.client.ConversationEntry;
import org.colloquy.desktop.client.FolderEntry;
import org.colloquy.desktop.client.SharedEntry;
import org.colloquy.model.ConversationId;
import org.jspecify.annotations.Nullable;

/// One row of the sidebar.
public sealed interface HistoryRow {
  /// Whether it stands for this conversation.
  default boolean shows(@Nullable ConversationId id) {
    return switch (this) {
      case Line(var conversation, _, _) -> conversation.id().equals(id);
      case Shared(var conversation) -> conversation.id().equals(id);
      case Heading _, Folder _ -> false;
    };
  }

  /// Above the conversations of one group.
  record Heading(Group group) implements HistoryRow {}

  /// A folder, above its conversations while it is open.
  ///
  /// @param conversations how many are in it
  /// @param unread whether something in it was not seen
  record Folder(FolderEntry folder, int conversations, boolean open, boolean unread)
      implements HistoryRow {}

  /// A conversation of somebody else.
  record Shared(SharedEntry conversation) implements HistoryRow {}

  /// A conversation.
  ///
  /// @param inside whether it stands under its folder
  /// @param unread whether an answer in it was not seen
  record Line(ConversationEntry conversation, boolean inside, boolean unread)
      implements HistoryRow {}
}
