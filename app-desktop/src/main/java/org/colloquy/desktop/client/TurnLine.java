package org.colloquy.desktop.client;

import java.util.List;
import org.colloquy.model.MessageId;
import org.colloquy.model.TurnEvent;
import org.jspecify.annotations.Nullable;

/// One line of a turn's stream.
///
/// @param siblings for a saved message, all messages at its place of the tree; empty otherwise
/// @param askedBy for a saved message, as [BranchMessage] has it
/// @param at the reader's position after this line
public record TurnLine(
    TurnEvent event, List<MessageId> siblings, @Nullable String askedBy, long at) {
  public TurnLine {
    siblings = List.copyOf(siblings);
  }
}
