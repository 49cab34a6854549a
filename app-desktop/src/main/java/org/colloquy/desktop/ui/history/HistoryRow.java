package org.colloquy.desktop.ui.history;

import org.colloquy.desktop.client.ConversationEntry;

/// One row of the sidebar.
public sealed interface HistoryRow {
  /// Above the conversations of one period.
  record Heading(Period period) implements HistoryRow {}

  record Line(ConversationEntry conversation) implements HistoryRow {}
}
