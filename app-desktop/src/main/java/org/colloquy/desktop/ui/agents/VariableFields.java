package org.colloquy.desktop.ui.agents;

import java.util.function.BooleanSupplier;
import javafx.beans.property.StringProperty;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.colloquy.desktop.text.Text;
import org.colloquy.desktop.ui.parts.Icon;
import org.colloquy.desktop.ui.parts.IconButton;

/// The fields in which the variables of an agent are written.
final class VariableFields {
  private final VariablesForm form;
  private final VBox place;
  private final BooleanSupplier editable;
  private final ListChangeListener<VariableForm> changed = _ -> show();

  /// @param place where they stand
  VariableFields(VariablesForm form, VBox place, BooleanSupplier editable) {
    this.form = form;
    this.place = place;
    this.editable = editable;
    form.all().addListener(changed);
    show();
  }

  void show() {
    place.getChildren().setAll(form.all().stream().map(this::fields).toList());
  }

  void focusLast() {
    if (!place.getChildren().isEmpty() && place.getChildren().getLast() instanceof VBox last) {
      last.lookup(".text-field").requestFocus();
    }
  }

  private Node fields(VariableForm variable) {
    var drop = new IconButton(Icon.CLOSE, Text.of("agents.variable.remove"));
    drop.setOnAction(_ -> form.remove(variable));
    drop.setDisable(!editable.getAsBoolean());
    var first =
        new HBox(
            field("agents.variable.name", variable.name()),
            field("agents.variable.value", variable.value()),
            drop);
    first.getStyleClass().add("panel-line");
    var box = new VBox(first, field("agents.variable.description", variable.description()));
    box.getStyleClass().addAll("field", "variable");
    return box;
  }

  private TextField field(String key, StringProperty property) {
    var field = new TextField();
    field.setPromptText(Text.of(key));
    field.setAccessibleText(Text.of(key));
    field.textProperty().bindBidirectional(property);
    field.setEditable(editable.getAsBoolean());
    HBox.setHgrow(field, Priority.ALWAYS);
    return field;
  }

  void close() {
    form.all().removeListener(changed);
  }
}
