package org.colloquy.desktop.ui.prompts;

import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.colloquy.model.PromptVariable;
import org.colloquy.model.PromptVariable.Kind;

/// What is being written about one variable of a prompt.
public final class GapForm {
  private final StringProperty name = new SimpleStringProperty("");
  private final ObjectProperty<Kind> kind = new SimpleObjectProperty<>(Kind.TEXT);
  private final StringProperty description = new SimpleStringProperty("");
  private final StringProperty value = new SimpleStringProperty("");
  private final BooleanProperty required = new SimpleBooleanProperty();
  private final StringProperty choices = new SimpleStringProperty("");

  GapForm(PromptVariable variable) {
    name.set(variable.name());
    kind.set(variable.kind());
    description.set(variable.description());
    value.set(variable.value());
    required.set(variable.required());
    choices.set(String.join(", ", variable.choices()));
  }

  public StringProperty name() {
    return name;
  }

  public ObjectProperty<Kind> kind() {
    return kind;
  }

  /// What it is for, told to people.
  public StringProperty description() {
    return description;
  }

  /// What stands there when nobody says otherwise.
  public StringProperty value() {
    return value;
  }

  public BooleanProperty required() {
    return required;
  }

  /// What can be chosen, with commas between.
  public StringProperty choices() {
    return choices;
  }

  /// Tells of every change.
  void whenChanged(Runnable listener) {
    name.addListener((_, _, _) -> listener.run());
    kind.addListener((_, _, _) -> listener.run());
    value.addListener((_, _, _) -> listener.run());
    choices.addListener((_, _, _) -> listener.run());
  }

  PromptVariable variable() {
    var chosen = kind.get() == Kind.CHOICE ? Words.between(choices.get()) : List.<String>of();
    return new PromptVariable(
        name.get().strip(),
        kind.get(),
        description.get().strip(),
        value.get().strip(),
        required.get(),
        chosen);
  }
}
