package org.colloquy.desktop.client;

import java.util.List;
import org.colloquy.model.TurnId;
import org.jspecify.annotations.Nullable;

/// The messages of a conversation that are shown, oldest first.
///
/// @param runningTurn the turn that is going on; null when it is quiet
public record Branch(List<BranchMessage> messages, @Nullable TurnId runningTurn) {
  public Branch {
    messages = List.copyOf(messages);
  }
}
