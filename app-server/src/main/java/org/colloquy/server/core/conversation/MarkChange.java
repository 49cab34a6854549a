package org.colloquy.server.core.conversation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a conversation is marked with from now on. What is null stays.
///
/// @param unread false when its owner has seen all that was answered
/// @param tags all of them
public record MarkChange(
    @Nullable Boolean pinned,
    @Nullable Boolean archived,
    @Nullable Boolean unread,
    @Nullable List<String> tags) {
  public MarkChange {
    tags = tags == null ? null : List.copyOf(tags);
  }

  /// The same with these tags.
  MarkChange tagged(List<String> others) {
    return new MarkChange(pinned, archived, unread, others);
  }
}
