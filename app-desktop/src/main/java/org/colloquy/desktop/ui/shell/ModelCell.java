package org.colloquy.desktop.ui.shell;

import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.colloquy.desktop.client.ProviderEntry;
import org.colloquy.desktop.text.Text;
import org.colloquy.desktop.ui.parts.Icon;
import org.colloquy.desktop.ui.parts.ModelChoice;
import org.colloquy.desktop.ui.shell.ModelRow.KeyState;
import org.jspecify.annotations.Nullable;

/// A provider, or one of its models with what is known of it.
final class ModelCell extends ListCell<ModelRow> {
  private static final PseudoClass HEADING = PseudoClass.getPseudoClass("heading");

  private final ModelPickerViewModel model;
  private final Label note = new Label();
  private final HBox aside = new HBox(note);

  ModelCell(ModelPickerViewModel model, Consumer<ModelChoice> choose) {
    this.model = model;
    getStyleClass().add("model-cell");
    setPrefWidth(0);
    note.getStyleClass().add("hint");
    note.setTooltip(new Tooltip(Text.of("model.price.means")));
    aside.getStyleClass().add("panel-line");
    setOnMouseClicked(_ -> {
      if (getItem() instanceof ModelRow.Line(var choice)) {
        choose.accept(choice);
      }
    });
  }

  private static String heading(ProviderEntry provider, KeyState key) {
    return switch (key) {
      case NEEDED -> Text.of("model.needs-key", provider.name());
      case HERE, UNUSED -> provider.name();
    };
  }

  @Override
  protected void updateItem(@Nullable ModelRow row, boolean empty) {
    super.updateItem(row, empty);
    pseudoClassStateChanged(HEADING, !empty && row instanceof ModelRow.Heading);
    setGraphic(null);
    switch (row) {
      case ModelRow.Heading(var provider, var key) when !empty -> setText(heading(provider, key));
      case ModelRow.Line line when !empty -> show(line);
      case null, default -> setText(null);
    }
  }

  private void show(ModelRow.Line line) {
    setText(line.choice().title());
    note.setText(ModelWords.of(line.choice().model().facts()));
    aside.getChildren().setAll(note);
    if (ModelPickerView.isChosen(line, model.chosen().get())) {
      aside.getChildren().add(Icon.CHECK.node());
    }
    setGraphic(aside);
  }
}
