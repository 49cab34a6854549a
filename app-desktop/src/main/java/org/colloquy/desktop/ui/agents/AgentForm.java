package org.colloquy.desktop.ui.agents;

import java.util.function.Predicate;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableSet;
import org.colloquy.desktop.client.AgentDraft;
import org.colloquy.desktop.client.AgentEntry;
import org.colloquy.desktop.client.ModelName;
import org.colloquy.model.ModelParameters;
import org.jspecify.annotations.Nullable;

/// What is being written about an agent.
public final class AgentForm {
  private final StringProperty name = new SimpleStringProperty("");
  private final StringProperty description = new SimpleStringProperty("");
  private final StringProperty instructions = new SimpleStringProperty("");
  private final StringProperty temperature = new SimpleStringProperty("");
  private final StringProperty maxTokens = new SimpleStringProperty("");
  private final ObjectProperty<@Nullable ModelName> model = new SimpleObjectProperty<>();
  private final ObservableSet<String> tools = FXCollections.observableSet();
  private final BooleanBinding complete =
      Bindings.createBooleanBinding(this::isComplete, name, temperature, maxTokens);
  private ModelParameters parameters = ModelParameters.NONE;

  public StringProperty name() {
    return name;
  }

  public StringProperty description() {
    return description;
  }

  public StringProperty instructions() {
    return instructions;
  }

  /// A number from 0 to 2; empty to leave it to the provider.
  public StringProperty temperature() {
    return temperature;
  }

  /// A number from 1; empty to leave it to the provider.
  public StringProperty maxTokens() {
    return maxTokens;
  }

  /// Null for the model that is chosen in the window.
  public ObjectProperty<@Nullable ModelName> model() {
    return model;
  }

  /// The names of the tools that it may use.
  public ObservableSet<String> tools() {
    return tools;
  }

  /// Whether it can be saved.
  public BooleanBinding complete() {
    return complete;
  }

  private boolean isComplete() {
    return !name.get().isBlank()
        && fits(temperature.get(), text -> in(Double.parseDouble(text), 0, 2))
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

  void show(@Nullable AgentEntry agent) {
    name.set(agent == null ? "" : agent.name());
    description.set(agent == null ? "" : agent.description());
    instructions.set(agent == null ? "" : agent.instructions());
    model.set(agent == null ? null : agent.model());
    parameters = agent == null ? ModelParameters.NONE : agent.parameters();
    temperature.set(text(parameters.temperature()));
    maxTokens.set(text(parameters.maxTokens()));
    tools.clear();
    if (agent != null) {
      tools.addAll(agent.tools());
    }
  }

  private static String text(@Nullable Number number) {
    return number == null ? "" : number.toString();
  }

  /// What was written; parameters that it does not show stay as they are.
  AgentDraft draft() {
    return new AgentDraft(
        name.get().strip(),
        description.get(),
        instructions.get(),
        model.get(),
        new ModelParameters(
            temperature.get().isBlank() ? null : Double.valueOf(temperature.get().strip()),
            parameters.topP(),
            parameters.seed(),
            maxTokens.get().isBlank() ? null : Integer.valueOf(maxTokens.get().strip()),
            parameters.stop(),
            parameters.format()),
        tools.stream().sorted().toList());
  }
}
