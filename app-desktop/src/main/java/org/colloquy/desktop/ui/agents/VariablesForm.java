package org.colloquy.desktop.ui.agents;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.colloquy.model.AgentVariable;

/// The variables of an agent, while they are being written.
public final class VariablesForm {
  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");

  /// What every agent has.
  private static final Set<String> TAKEN = Set.of("date", "time", "name", "language");

  private final ObservableList<VariableForm> all = FXCollections.observableArrayList();
  private final ReadOnlyBooleanWrapper complete = new ReadOnlyBooleanWrapper(true);

  public ObservableList<VariableForm> all() {
    return all;
  }

  /// Whether each has a name of its own.
  public ReadOnlyBooleanProperty complete() {
    return complete.getReadOnlyProperty();
  }

  public void add() {
    all.add(form(new AgentVariable("", "", "")));
    check();
  }

  private VariableForm form(AgentVariable variable) {
    var form = new VariableForm(variable);
    form.name().addListener((_, _, _) -> check());
    return form;
  }

  public void remove(VariableForm variable) {
    all.remove(variable);
    check();
  }

  private void check() {
    var names = new HashSet<>(TAKEN);
    complete.set(
        all.stream()
            .map(each -> each.name().get().strip())
            .allMatch(name -> NAME.matcher(name).matches() && names.add(name)));
  }

  void show(List<AgentVariable> variables) {
    all.setAll(variables.stream().map(this::form).toList());
    check();
  }

  List<AgentVariable> variables() {
    return all.stream().map(VariableForm::variable).toList();
  }
}
