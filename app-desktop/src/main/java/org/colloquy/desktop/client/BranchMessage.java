package org.colloquy.desktop.client;

import java.util.List;
import org.colloquy.model.Message;
import org.colloquy.model.MessageId;

/// A message on the branch that is shown.
///
/// @param siblings all messages at this place of the tree, in order, itself included
public record BranchMessage(Message message, List<MessageId> siblings) {
  public BranchMessage {
    siblings = List.copyOf(siblings);
  }
}
