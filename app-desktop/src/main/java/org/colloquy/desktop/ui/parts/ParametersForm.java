package org.colloquy.desktop.ui.parts;

import java.util.function.Predicate;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.colloquy.model.ModelParameters;
import org.jspecify.annotations.Nullable;

/// How a model is to answer, while it is being written. What is empty is left to the provider.
public final class ParametersForm {
  private final StringProperty temperature = new SimpleStringProperty("");
  private final StringProperty maxTokens = new SimpleStringProperty("");
  private final BooleanBinding complete =
      Bindings.createBooleanBinding(this::isComplete, temperature, maxTokens);
  private ModelParameters shown = ModelParameters.NONE;

  /// A number from 0 to 2.
  public StringProperty temperature() {
    return temperature;
  }

  /// A number from 1.
  public StringProperty maxTokens() {
    return maxTokens;
  }

  /// Whether all of it can be read.
  public BooleanBinding complete() {
    return complete;
  }

  private boolean isComplete() {
    return fits(temperature.get(), text -> in(Double.parseDouble(text), 0, 2))
        && fits(maxTokens.get(), text -> in(Integer.parseInt(text), 1, Integer.MAX_VALUE));
  }

  private static boolean in(double number, double least, double most) {
    return number >= least && number <= most;
  }

  private static boolean fits(String text, Predicate<String> rule) {
    try {
      return text.isBlank() || rule.test(text.strip());
    } catch (NumberFormatException _) {
      return false;
    }
  }

  public void show(ModelParameters parameters) {
    shown = parameters;
    temperature.set(text(parameters.temperature()));
    maxTokens.set(text(parameters.maxTokens()));
  }

  private static String text(@Nullable Number number) {
    return number == null ? "" : number.toString();
  }

  /// What was written; parameters that it does not show stay as they are.
  public ModelParameters parameters() {
    return new ModelParameters(
        temperature.get().isBlank() ? null : Double.valueOf(temperature.get().strip()),
        shown.topP(),
        shown.seed(),
        maxTokens.get().isBlank() ? null : Integer.valueOf(maxTokens.get().strip()),
        shown.stop(),
        shown.format());
  }
}
