package org.colloquy.desktop.ui.privacy;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.colloquy.desktop.client.AuditEntry;
import org.jspecify.annotations.Nullable;

/// One thing that was done: what, to what, and when.
final class AuditCell extends ListCell<AuditEntry> {
  private final Label what = new Label();
  private final Label when = new Label();
  private final HBox line = new HBox(what, when);

  AuditCell() {
    getStyleClass().addAll("panel-cell", "privacy-cell");
    line.getStyleClass().add("panel-line");
    when.getStyleClass().add("hint");
    what.setMaxWidth(Double.MAX_VALUE);
    what.setMinWidth(0);
    when.setMinWidth(USE_PREF_SIZE);
    HBox.setHgrow(what, Priority.ALWAYS);
  }

  @Override
  protected void updateItem(@Nullable AuditEntry entry, boolean empty) {
    super.updateItem(entry, empty);
    if (empty || entry == null) {
      setGraphic(null);
      setAccessibleText(null);
      return;
    }
    boolean refused = !entry.outcome().equals("done");
    what.setText(words(entry.action()) + (entry.object().isEmpty() ? "" : " · " + entry.object()));
    what.getStyleClass().removeAll("refused");
    if (refused) {
      what.setText(what.getText() + " · " + words(entry.outcome()));
      what.getStyleClass().add("refused");
    }
    when.setText(
        DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
            .withZone(ZoneId.systemDefault())
            .format(entry.at()));
    setAccessibleText(what.getText() + ", " + when.getText());
    setGraphic(line);
  }

  /// The log's own words, for people.
  private static String words(String word) {
    return word.toLowerCase(Locale.ROOT).replace('_', ' ').replace('-', ' ');
  }
}
