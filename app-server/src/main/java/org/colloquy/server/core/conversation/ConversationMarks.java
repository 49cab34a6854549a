package org.colloquy.server.core.conversation;

import java.util.List;

/// What a person marked a conversation with, to find it again or to have it out of the way.
///
/// @param pinned whether it stands above the others
/// @param archived whether it is left out of the usual list
/// @param unread whether an answer ended in it that its owner has not seen
/// @param tags short names, sorted without regard to case
public record ConversationMarks(
    boolean pinned, boolean archived, boolean unread, List<String> tags) {
  /// Of a conversation that was just made.
  public static final ConversationMarks NONE =
      new ConversationMarks(false, false, false, List.of());

  public ConversationMarks {
    tags = tags.stream().sorted(String.CASE_INSENSITIVE_ORDER).toList();
  }
}
