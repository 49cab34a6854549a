package org.colloquy.server.core.table;

import java.util.List;
import java.util.Optional;
import org.colloquy.model.AccountId;
import org.colloquy.model.ConversationId;
import org.colloquy.model.Plot;
import org.colloquy.model.PlotId;

/// Keeps plots with their data.
public interface PlotStore {
  /// Keeps a new one; its number is given by the store.
  void add(Plot plot);

  /// All of a conversation, in the order in which they were made.
  List<Plot> of(ConversationId conversation);

  /// A plot of one of the owner's conversations, trash left out.
  Optional<Plot> find(AccountId owner, PlotId id);
}
