package org.colloquy.desktop.client;

import org.colloquy.model.DataTable;
import org.colloquy.model.TableState;

/// A table of a conversation.
///
/// @param progress how much of it was read, from 0 to 1
public record TableEntry(DataTable table, double progress) {
  public boolean isReady() {
    return table.state() == TableState.READY;
  }

  /// Whether it is still being read.
  public boolean isOnTheWay() {
    return table.state() == TableState.WAITING || table.state() == TableState.LOADING;
  }
}
