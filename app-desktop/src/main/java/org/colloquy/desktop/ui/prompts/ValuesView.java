package org.colloquy.desktop.ui.prompts;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import javafx.util.Subscription;
import org.colloquy.desktop.text.Text;
import org.colloquy.desktop.ui.parts.DialogView;
import org.colloquy.desktop.ui.prompts.ValuesViewModel.Value;
import org.colloquy.model.PromptText;
import org.colloquy.model.PromptVariable.Kind;
import org.jspecify.annotations.Nullable;

/// The dialog that asks what stands in the gaps of a prompt.
public final class ValuesView implements DialogView {
  private final ValuesViewModel model;
  private final Runnable done;
  private Subscription bonds = Subscription.EMPTY;
  @FXML private Label valuesPrompt;
  @FXML private VBox promptValues;
  @FXML private Button insertPrompt;

  public ValuesView(ValuesViewModel model, Runnable done) {
    this.model = model;
    this.done = done;
  }

  @FXML
  private void initialize() {
    bonds =
        Subscription.combine(
            model.prompt().subscribe(this::show),
            model.complete().subscribe(complete -> insertPrompt.setDisable(!complete)));
  }

  private void show(@Nullable PromptText prompt) {
    if (prompt != null) {
      valuesPrompt.setText(prompt.title());
      promptValues.getChildren().setAll(model.values().stream().map(ValuesView::field).toList());
    }
  }

  private static Node field(Value value) {
    var needed = value.variable().required();
    var title = new Label(needed ? Text.of("prompts.needed", value.title()) : value.title());
    var box = new VBox(title, input(value));
    box.getStyleClass().add("field");
    return box;
  }

  private static Node input(Value value) {
    return switch (value.variable().kind()) {
      case TEXT, NUMBER -> written(new TextField(), value);
      case LONG_TEXT -> written(area(), value);
      case CHOICE -> choice(value);
      case DATE -> date(value);
    };
  }

  private static TextArea area() {
    var area = new TextArea();
    area.setWrapText(true);
    area.setPrefRowCount(4);
    return area;
  }

  private static Node written(TextInputControl input, Value value) {
    input.setAccessibleText(value.title());
    input.setPromptText(
        value.variable().kind() == Kind.NUMBER ? Text.of("prompts.kind.number") : "");
    input.textProperty().bindBidirectional(value.given());
    return input;
  }

  private static Node choice(Value value) {
    var choice = new ComboBox<String>();
    choice.setAccessibleText(value.title());
    choice.setMaxWidth(Double.MAX_VALUE);
    choice.getItems().setAll(value.variable().choices());
    choice.valueProperty().bindBidirectional(value.given());
    return choice;
  }

  private static Node date(Value value) {
    var date = new DatePicker();
    date.setAccessibleText(value.title());
    date.setMaxWidth(Double.MAX_VALUE);
    date.setConverter(new IsoDate());
    date.setPromptText("2026-12-31");
    date.setValue(new IsoDate().fromString(value.given().get()));
    // What is typed counts, too: a picker tells its value only when the field is left.
    date.getEditor().setText(value.given().get());
    value.given().bind(date.getEditor().textProperty());
    return date;
  }

  private static final class IsoDate extends StringConverter<LocalDate> {
    @Override
    public String toString(@Nullable LocalDate date) {
      return date == null ? "" : date.toString();
    }

    @Override
    public @Nullable LocalDate fromString(String text) {
      try {
        return LocalDate.parse(text.strip());
      } catch (DateTimeParseException _) {
        return null;
      }
    }
  }

  @Override
  public void open() {
    var first = promptValues.lookup(".text-input");
    if (first == null) {
      insertPrompt.requestFocus();
    } else {
      first.requestFocus();
    }
  }

  @FXML
  private void insert() {
    model.insert();
  }

  @FXML
  private void done() {
    done.run();
  }

  @Override
  public void close() {
    bonds.unsubscribe();
  }
}
