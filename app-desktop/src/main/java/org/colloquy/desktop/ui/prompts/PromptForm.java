package org.colloquy.desktop.ui.prompts;

import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import org.colloquy.model.PromptText;
import org.colloquy.model.PromptVariable;
import org.colloquy.model.PromptVariable.Kind;

/// A prompt while it is being written.
public final class PromptForm {
  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");
  private static final PromptText EMPTY = new PromptText("", "", List.of(), List.of());

  private final StringProperty title = new SimpleStringProperty("");
  private final StringProperty content = new SimpleStringProperty("");
  private final StringProperty tags = new SimpleStringProperty("");
  private final ObservableList<GapForm> gaps = FXCollections.observableArrayList();
  private final ReadOnlyBooleanWrapper gapsRight = new ReadOnlyBooleanWrapper(true);
  private final ReadOnlyBooleanWrapper complete = new ReadOnlyBooleanWrapper();

  PromptForm() {
    title.addListener((_, _, _) -> check());
    content.addListener((_, _, _) -> check());
    gaps.addListener((ListChangeListener<GapForm>) _ -> check());
  }

  public StringProperty title() {
    return title;
  }

  public StringProperty content() {
    return content;
  }

  /// With commas between.
  public StringProperty tags() {
    return tags;
  }

  public ObservableList<GapForm> gaps() {
    return gaps;
  }

  /// Whether each variable has a name of its own and a usual value that it takes.
  public ReadOnlyBooleanProperty gapsRight() {
    return gapsRight.getReadOnlyProperty();
  }

  /// Whether it can be kept.
  public ReadOnlyBooleanProperty complete() {
    return complete.getReadOnlyProperty();
  }

  /// Adds a variable, and its gap at the end of the text.
  public void addGap() {
    var name = "variable" + (gaps.size() + 1);
    gaps.add(gap(new PromptVariable(name, Kind.TEXT, "", "", true, List.of())));
    content.set(content.get() + (content.get().isEmpty() ? "" : " ") + "{{" + name + "}}");
  }

  public void removeGap(GapForm gap) {
    gaps.remove(gap);
  }

  private GapForm gap(PromptVariable variable) {
    var gap = new GapForm(variable);
    gap.whenChanged(this::check);
    return gap;
  }

  private void check() {
    var names = new HashSet<String>();
    gapsRight.set(
        gaps.stream()
            .map(GapForm::variable)
            .allMatch(one -> isRight(one) && names.add(one.name())));
    complete.set(gapsRight.get() && !title.get().isBlank() && !content.get().isBlank());
  }

  private static boolean isRight(PromptVariable variable) {
    return NAME.matcher(variable.name()).matches()
        && (variable.value().isEmpty() || variable.takes(variable.value()))
        && (variable.kind() != Kind.CHOICE || !variable.choices().isEmpty());
  }

  void clear() {
    show(EMPTY);
  }

  void show(PromptText text) {
    title.set(text.title());
    content.set(text.content());
    tags.set(String.join(", ", text.tags()));
    gaps.setAll(text.variables().stream().map(this::gap).toList());
  }

  PromptText text() {
    return new PromptText(
        title.get().strip(),
        content.get(),
        gaps.stream().map(GapForm::variable).toList(),
        Words.between(tags.get()));
  }
}
