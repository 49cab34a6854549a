package org.colloquy.desktop.ui.prompts;

import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.colloquy.desktop.text.Text;
import org.colloquy.desktop.ui.parts.Hiding;
import org.colloquy.desktop.ui.parts.Icon;
import org.colloquy.desktop.ui.parts.IconButton;
import org.colloquy.desktop.ui.parts.Named;
import org.colloquy.model.PromptVariable.Kind;

/// The fields in which a variable of a prompt is written.
final class GapFields {
  private final GapForm gap;
  private final VBox node;

  GapFields(GapForm gap, Runnable remove) {
    this.gap = gap;
    var drop = new IconButton(Icon.CLOSE, Text.of("agents.variable.remove"));
    drop.setOnAction(_ -> remove.run());
    var required = new CheckBox(Text.of("prompts.variable.required"));
    required.selectedProperty().bindBidirectional(gap.required());
    var first = new HBox(field("agents.variable.name", gap.name()), kinds(), required, drop);
    first.getStyleClass().add("panel-line");
    var value = field("agents.variable.value", gap.value());
    var choices = field("prompts.variable.choices", gap.choices());
    var second = new HBox(value, choices);
    second.getStyleClass().add("panel-line");
    Hiding.whole(choices);
    choices.visibleProperty().bind(gap.kind().isEqualTo(Kind.CHOICE));
    node = new VBox(first, second, field("agents.variable.description", gap.description()));
    node.getStyleClass().addAll("field", "variable");
  }

  Node node() {
    return node;
  }

  private ComboBox<Kind> kinds() {
    var kinds = new ComboBox<Kind>();
    kinds.getItems().setAll(Kind.values());
    kinds.setConverter(new Named<>(GapFields::word));
    kinds.setAccessibleText(Text.of("prompts.variable.kind"));
    kinds.valueProperty().bindBidirectional(gap.kind());
    kinds.setStyle("-fx-min-width: 9.3em");
    return kinds;
  }

  private static String word(Kind kind) {
    return switch (kind) {
      case TEXT -> Text.of("prompts.kind.text");
      case LONG_TEXT -> Text.of("prompts.kind.long-text");
      case NUMBER -> Text.of("prompts.kind.number");
      case CHOICE -> Text.of("prompts.kind.choice");
      case DATE -> Text.of("prompts.kind.date");
    };
  }

  private static TextField field(String key, StringProperty property) {
    var field = new TextField();
    field.setPromptText(Text.of(key));
    field.setAccessibleText(Text.of(key));
    field.textProperty().bindBidirectional(property);
    HBox.setHgrow(field, Priority.ALWAYS);
    return field;
  }
}
