package org.colloquy.desktop.ui.agents;

import java.util.List;
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
import org.colloquy.desktop.ui.parts.ParametersForm;
import org.colloquy.model.ModelParameters;
import org.jspecify.annotations.Nullable;

/// What is being written about an agent.
public final class AgentForm {
  private final StringProperty name = new SimpleStringProperty("");
  private final StringProperty description = new SimpleStringProperty("");
  private final StringProperty instructions = new SimpleStringProperty("");
  private final ParametersForm parameters = new ParametersForm();
  private final ObjectProperty<@Nullable ModelName> model = new SimpleObjectProperty<>();
  private final ObservableSet<String> tools = FXCollections.observableSet();
  private final VariablesForm variables = new VariablesForm();
  private final BooleanBinding complete =
      Bindings.createBooleanBinding(
          () -> !name.get().isBlank() && parameters.complete().get() && variables.complete().get(),
          name,
          parameters.complete(),
          variables.complete());

  public StringProperty name() {
    return name;
  }

  public StringProperty description() {
    return description;
  }

  public StringProperty instructions() {
    return instructions;
  }

  public ParametersForm parameters() {
    return parameters;
  }

  /// Null for the model that is chosen in the window.
  public ObjectProperty<@Nullable ModelName> model() {
    return model;
  }

  /// The names of the tools that it may use.
  public ObservableSet<String> tools() {
    return tools;
  }

  /// The gaps in the instructions.
  public VariablesForm variables() {
    return variables;
  }

  /// Whether it can be saved.
  public BooleanBinding complete() {
    return complete;
  }

  void show(@Nullable AgentEntry agent) {
    name.set(agent == null ? "" : agent.name());
    description.set(agent == null ? "" : agent.description());
    instructions.set(agent == null ? "" : agent.instructions());
    model.set(agent == null ? null : agent.model());
    parameters.show(agent == null ? ModelParameters.NONE : agent.parameters());
    variables.show(agent == null ? List.of() : agent.variables());
    tools.clear();
    if (agent != null) {
      tools.addAll(agent.tools());
    }
  }

  AgentDraft draft() {
    return new AgentDraft(
        name.get().strip(),
        description.get(),
        instructions.get(),
        variables.variables(),
        model.get(),
        parameters.parameters(),
        tools.stream().sorted().toList());
  }
}
