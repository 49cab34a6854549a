package org.colloquy.desktop.ui.agents;

import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.colloquy.model.AgentVariable;

/// What is being written about one variable of an agent.
public final class VariableForm {
  private final StringProperty name = new SimpleStringProperty("");
  private final StringProperty description = new SimpleStringProperty("");
  private final StringProperty value = new SimpleStringProperty("");

  VariableForm(AgentVariable variable) {
    name.set(variable.name());
    description.set(variable.description());
    value.set(variable.value());
  }

  public StringProperty name() {
    return name;
  }

  /// What it is for, told to people.
  public StringProperty description() {
    return description;
  }

  /// What stands there when a conversation gives nothing else.
  public StringProperty value() {
    return value;
  }

  AgentVariable variable() {
    return new AgentVariable(name.get().strip(), description.get().strip(), value.get());
  }
}
