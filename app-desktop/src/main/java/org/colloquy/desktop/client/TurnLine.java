package org.colloquy.desktop.client;

import java.util.List;
import org.colloquy.model.MessageId;
import org.colloquy.model.TurnEvent;

/// One line of a turn's stream.
///
/// @param siblings for a saved message, all messages at its place of the tree; empty otherwise
/// @param at the reader's position after this line
public record TurnLine(TurnEvent event, List<MessageId> siblings, long at) {
  public TurnLine {
    siblings = List.copyOf(siblings);
  }
}
