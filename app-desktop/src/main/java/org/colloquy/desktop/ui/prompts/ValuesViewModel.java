package org.colloquy.desktop.ui.prompts;

import java.util.HashMap;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.colloquy.model.PromptText;
import org.colloquy.model.PromptVariable;
import org.jspecify.annotations.Nullable;

/// Asks what stands in the gaps of a prompt before it is inserted.
public final class ValuesViewModel {
  private final ReadOnlyObjectWrapper<@Nullable PromptText> prompt = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper complete = new ReadOnlyBooleanWrapper();
  private final Consumer<String> insert;
  private List<Value> values = List.of();

  /// What stands in one gap, while it is being written.
  public record Value(PromptVariable variable, StringProperty given) {
    /// What people read: what it is for, or what it is called.
    String title() {
      return variable.description().isBlank() ? variable.name() : variable.description();
    }

    boolean right() {
      return variable.takes(given.get());
    }
  }

  /// @param insert takes the text when all is given
  public ValuesViewModel(Consumer<String> insert) {
    this.insert = insert;
  }

  /// Null before any was chosen.
  public ReadOnlyObjectProperty<@Nullable PromptText> prompt() {
    return prompt.getReadOnlyProperty();
  }

  public List<Value> values() {
    return values;
  }

  /// Whether what is given may stand in the gaps.
  public ReadOnlyBooleanProperty complete() {
    return complete.getReadOnlyProperty();
  }

  /// Asks for the values of this prompt.
  public void ask(PromptText wanted) {
    values =
        wanted.variables().stream()
            .map(variable -> new Value(variable, new SimpleStringProperty(variable.value())))
            .toList();
    values.forEach(value -> value.given().addListener((_, _, _) -> check()));
    check();
    prompt.set(null);
    prompt.set(wanted);
  }

  private void check() {
    complete.set(values.stream().allMatch(Value::right));
  }

  /// Inserts the prompt with what is given.
  public void insert() {
    var wanted = prompt.get();
    if (wanted != null && complete.get()) {
      var given = new HashMap<String, String>();
      values.forEach(value -> given.put(value.variable().name(), value.given().get().strip()));
      insert.accept(wanted.filled(given));
    }
  }
}
