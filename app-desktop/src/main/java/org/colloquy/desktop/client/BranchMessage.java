package org.colloquy.desktop.client;

import java.util.List;
import org.colloquy.model.Message;
import org.colloquy.model.MessageId;
import org.jspecify.annotations.Nullable;

/// A message on the branch that is shown.
///
/// @param siblings all messages at this place of the tree, in order, itself included
/// @param askedBy who asked it in a conversation that is not theirs, empty for somebody who is
///   gone; null for everything else
public record BranchMessage(Message message, List<MessageId> siblings, @Nullable String askedBy) {
  public BranchMessage {
    siblings = List.copyOf(siblings);
  }
}
