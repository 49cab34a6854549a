package org.colloquy.desktop.ui.chat;

import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.colloquy.model.AgentVariable;

/// What the open conversation gives for one variable of its agent, while it is being written.
public final class ValueForm {
  private static final int LONG = 60;

  private final AgentVariable variable;
  private final StringProperty value = new SimpleStringProperty("");

  ValueForm(AgentVariable variable, String given) {
    this.variable = variable;
    value.set(given);
  }

  public String name() {
    return variable.name();
  }

  /// What people read: what it is for, or what it is called.
  public String title() {
    return variable.description().isBlank() ? variable.name() : variable.description();
  }

  /// What stands there when nothing is given; empty when nothing does.
  public String usual() {
    return variable.value();
  }

  /// Whether nothing stands there unless it is given.
  public boolean needed() {
    return variable.value().isBlank();
  }

  /// Whether it wants more than a line.
  public boolean wide() {
    return isLong(variable.value()) || isLong(value.get());
  }

  private static boolean isLong(String text) {
    return text.length() > LONG || text.indexOf('\n') >= 0;
  }

  public StringProperty value() {
    return value;
  }
}
