package org.colloquy.desktop.ui.history;

import java.util.List;
import javafx.scene.control.ListView;
import org.colloquy.desktop.client.ConversationEntry;

/// What rows ask of the list that they stand in.
final class HistoryActions {
  private final ListView<HistoryRow> list;

  HistoryActions(ListView<HistoryRow> list) {
    this.list = list;
  }

  /// The conversations that are selected.
  List<ConversationEntry> chosen() {
    return list.getSelectionModel().getSelectedItems().stream()
        .filter(HistoryRow.Line.class::isInstance)
        .map(row -> ((HistoryRow.Line) row).conversation())
        .toList();
  }

  /// The conversations that are selected, if this is one of them; else this one alone.
  List<ConversationEntry> chosenWith(ConversationEntry conversation) {
    var chosen = chosen();
    return chosen.contains(conversation) ? chosen : List.of(conversation);
  }
}
