package org.colloquy.desktop.ui.tools;

import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// A variable of a server's environment or one of its headers, while it is being written.
public final class NamedSecret {
  private final StringProperty name = new SimpleStringProperty("");
  private final StringProperty value = new SimpleStringProperty("");

  public StringProperty name() {
    return name;
  }

  public StringProperty value() {
    return value;
  }

  boolean blank() {
    return name.get().isBlank() && value.get().isEmpty();
  }
}
