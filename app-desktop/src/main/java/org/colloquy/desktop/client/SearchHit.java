package org.colloquy.desktop.client;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.colloquy.model.ConversationId;
import org.jspecify.annotations.Nullable;

/// Something that was found.
///
/// @param conversation that it belongs to, or is; null for a memory
/// @param title of the conversation
/// @param role who said it; empty for what nobody said
/// @param model that said it; empty for what none said
/// @param page of a file on which the words stand; null where they stand elsewhere
/// @param excerpt the part of its text in which the words stand
/// @param marks where they stand in it
public record SearchHit(
    SearchKind kind,
    UUID id,
    @Nullable ConversationId conversation,
    String title,
    Instant time,
    String role,
    String model,
    @Nullable Page page,
    String excerpt,
    List<Mark> marks) {
  public SearchHit {
    marks = List.copyOf(marks);
  }

  /// A page of a file.
  ///
  /// @param number from 1
  /// @param label what is printed on it
  public record Page(String name, int number, String label) {}

  /// A stretch of the excerpt.
  ///
  /// @param end after its last character
  public record Mark(int start, int end) {}
}
