package org.colloquy.desktop.ui.shell;

import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.colloquy.desktop.text.Text;
import org.colloquy.desktop.ui.keys.ProviderOption;
import org.colloquy.desktop.ui.keys.ProviderOptionCell;
import org.jspecify.annotations.Nullable;

/// A provider that could answer, and whether it is ready to.
final class OfferCell extends ListCell<ProviderOption> {
  private final Label name = new Label();
  private final Label note = new Label();
  private final HBox line = new HBox(name, note);

  OfferCell() {
    getStyleClass().add("panel-cell");
    setPrefWidth(0);
    name.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(name, Priority.ALWAYS);
    note.getStyleClass().add("hint");
    note.setMinWidth(Region.USE_PREF_SIZE);
    line.getStyleClass().add("panel-line");
  }

  @Override
  protected void updateItem(@Nullable ProviderOption option, boolean empty) {
    super.updateItem(option, empty);
    if (empty || option == null) {
      setGraphic(null);
      setAccessibleText(null);
      return;
    }
    name.setText(ProviderOptionCell.name(option));
    note.setText(note(option));
    setAccessibleText(name.getText() + ", " + note.getText());
    setGraphic(line);
  }

  private static String note(ProviderOption option) {
    return switch (option) {
      case ProviderOption.Present(var provider) ->
          WelcomeViewModel.answers(provider)
              ? Text.of("welcome.found", provider.models().size())
              : provider.host();
      case ProviderOption.Known(var entry) ->
          Text.of(entry.needsKey() ? "welcome.key.needed" : "welcome.key.none");
      case ProviderOption.File _, ProviderOption.ByAddress _ -> "";
    };
  }
}
