package org.colloquy.desktop.ui.tools;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.regex.Pattern;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.colloquy.desktop.client.NewMcpServer;

/// What is entered to add a server of tools.
public final class ServerForm {
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,19}");

  private final StringProperty name = new SimpleStringProperty("");
  private final BooleanProperty byAddress = new SimpleBooleanProperty();
  private final StringProperty program = new SimpleStringProperty("");
  private final StringProperty arguments = new SimpleStringProperty("");
  private final StringProperty address = new SimpleStringProperty("");
  private final ObservableList<NamedSecret> variables = FXCollections.observableArrayList();
  private final BooleanBinding complete =
      Bindings.createBooleanBinding(this::isComplete, name, byAddress, program, address);
  private final StringBinding command =
      Bindings.createStringBinding(() -> ServerWords.command(words()), program, arguments);

  /// Small letters, digits and hyphens.
  public StringProperty name() {
    return name;
  }

  /// Whether it is reached by an address, and not started as a program.
  public BooleanProperty byAddress() {
    return byAddress;
  }

  public StringProperty program() {
    return program;
  }

  /// One on each line: there is no shell that would take them apart.
  public StringProperty arguments() {
    return arguments;
  }

  public StringProperty address() {
    return address;
  }

  /// Its environment or its headers.
  public ObservableList<NamedSecret> variables() {
    return variables;
  }

  public void addVariable() {
    variables.add(new NamedSecret());
  }

  /// Whether it can be added.
  public BooleanBinding complete() {
    return complete;
  }

  /// Exactly what would be started.
  public StringBinding command() {
    return command;
  }

  private boolean isComplete() {
    return NAME.matcher(name.get().strip()).matches()
        && !(byAddress.get() ? address : program).get().isBlank();
  }

  private List<String> words() {
    var words = new ArrayList<String>();
    words.add(program.get().strip());
    arguments.get().lines().filter(line -> !line.isBlank()).forEach(words::add);
    return words;
  }

  /// Forgets everything, the secrets first of all.
  void clear() {
    variables.forEach(each -> each.value().set(""));
    variables.clear();
    name.set("");
    byAddress.set(false);
    program.set("");
    arguments.set("");
    address.set("");
  }

  NewMcpServer entered() {
    var secrets = new LinkedHashMap<String, String>();
    variables.stream()
        .filter(each -> !each.blank())
        .forEach(each -> secrets.put(each.name().get().strip(), each.value().get()));
    return byAddress.get()
        ? new NewMcpServer(name.get().strip(), List.of(), address.get().strip(), secrets)
        : new NewMcpServer(name.get().strip(), words(), "", secrets);
  }
}
