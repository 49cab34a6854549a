package org.colloquy.desktop.client;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Where a conversation stands in the sidebar.
///
/// @param unread whether an answer ended in it that was not seen
/// @param folder null for none
public record ConversationPlace(
    boolean pinned, boolean archived, boolean unread, @Nullable UUID folder, List<String> tags) {
  public ConversationPlace {
    tags = List.copyOf(tags);
  }
}
