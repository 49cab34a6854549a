package org.colloquy.desktop.ui.parts;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.function.Function;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.colloquy.desktop.client.AuditEntry;
import org.colloquy.desktop.text.Text;
import org.jspecify.annotations.Nullable;

/// One thing that was done: what, to what, by whom, and when.
public final class AuditCell extends ListCell<AuditEntry> {
  private final Function<AuditEntry, String> who;
  private final Label what = new Label();
  private final Label when = new Label();
  private final HBox line = new HBox(what, when);

  /// A cell that says of each entry who did it.
  ///
  /// @param who empty where that is not said
  public AuditCell(Function<AuditEntry, String> who) {
    this.who = who;
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
    what.setText(
        AuditActions.words(entry.action())
            + (entry.object().isEmpty() ? "" : " · " + entry.object()));
    what.getStyleClass().removeAll("refused");
    if (refused) {
      what.setText(what.getText() + " · " + Text.of("audit.refused"));
      what.getStyleClass().add("refused");
    }
    var name = who.apply(entry);
    when.setText(
        (name.isEmpty() ? "" : name + " · ")
            + DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withZone(ZoneId.systemDefault())
                .format(entry.at()));
    setAccessibleText(what.getText() + ", " + when.getText());
    setGraphic(line);
  }
}
