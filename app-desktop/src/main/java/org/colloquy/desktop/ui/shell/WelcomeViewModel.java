package org.colloquy.desktop.ui.shell;

import java.util.Comparator;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import org.colloquy.desktop.client.Failure;
import org.colloquy.desktop.client.ProviderEntry;
import org.colloquy.desktop.ui.keys.KeysViewModel;
import org.colloquy.desktop.ui.keys.ProviderOption;
import org.colloquy.desktop.ui.parts.ModelChoice;
import org.colloquy.model.ProviderId;
import org.jspecify.annotations.Nullable;

/// The first steps: how the window looks, who answers, with which key, and a first question. None
/// of them has to be taken.
public final class WelcomeViewModel {
  private final KeysViewModel keys;
  private final ModelPickerViewModel models;
  private final Consumer<String> ask;
  private final ReadOnlyObjectWrapper<Step> step = new ReadOnlyObjectWrapper<>(Step.LOOK);
  private final ObservableList<ProviderOption> offered = FXCollections.observableArrayList();
  private boolean awaited;

  /// One thing after the other.
  public enum Step {
    LOOK,
    PROVIDER,
    KEY,
    QUESTION
  }

  /// The steps of a person who is here for the first time.
  ///
  /// @param ask asks in a conversation
  public WelcomeViewModel(KeysViewModel keys, ModelPickerViewModel models, Consumer<String> ask) {
    this.keys = keys;
    this.models = models;
    this.ask = ask;
    keys.options().addListener((ListChangeListener<ProviderOption>) _ -> arrange());
    keys.adding().addListener((_, _, adding) -> formLeft(adding));
    keys.whenKept(this::kept);
  }

  public ReadOnlyObjectProperty<Step> step() {
    return step.getReadOnlyProperty();
  }

  /// Who could answer: what runs on this computer first.
  public ObservableList<ProviderOption> offered() {
    return offered;
  }

  /// The model that will answer.
  public ObservableValue<@Nullable ModelChoice> model() {
    return models.chosen();
  }

  /// Why the providers could not be had; null when they could.
  public ReadOnlyObjectProperty<@Nullable Failure> failure() {
    return keys.failure();
  }

  private void arrange() {
    offered.setAll(
        keys.options().stream().sorted(Comparator.comparingInt(WelcomeViewModel::place)).toList());
  }

  private static int place(ProviderOption option) {
    return switch (option) {
      case ProviderOption.Present(var provider) -> answers(provider) ? 0 : 1;
      case ProviderOption.Known(var entry) -> entry.onThisComputer() ? 2 : 1;
      case ProviderOption.File _ -> 3;
      case ProviderOption.ByAddress _ -> 4;
    };
  }

  /// Whether it was found on this computer, and nothing more is needed.
  static boolean answers(ProviderEntry provider) {
    return provider.onThisComputer() && !provider.models().isEmpty();
  }

  /// Fetches what there is; the step stays.
  public void load() {
    keys.load();
  }

  /// Goes on without what this step would have brought.
  public void next() {
    var now = step.get();
    leaveForm();
    step.set(
        switch (now) {
          case LOOK -> Step.PROVIDER;
          case PROVIDER, KEY, QUESTION -> Step.QUESTION;
        });
  }

  public void back() {
    step.set(
        switch (step.get()) {
          case LOOK, PROVIDER -> Step.LOOK;
          case KEY, QUESTION -> Step.PROVIDER;
        });
  }

  /// Lets this one answer, as soon as its key is there if it needs one.
  public void choose(ProviderOption option) {
    if (option instanceof ProviderOption.Present(var provider) && answers(provider)) {
      models.loadAndChoose(provider.id());
      step.set(Step.QUESTION);
    } else {
      awaited = true;
      step.set(Step.KEY);
      keys.startAdding(option);
    }
  }

  private void leaveForm() {
    if (step.get() == Step.KEY) {
      awaited = false;
      keys.stopAdding();
    }
  }

  private void formLeft(boolean adding) {
    if (!adding && step.get() == Step.KEY) {
      step.set(Step.PROVIDER);
    }
  }

  private void kept(ProviderId provider) {
    if (awaited) {
      awaited = false;
      models.loadAndChoose(provider);
      step.set(Step.QUESTION);
    }
  }

  /// The last of them.
  public void ask(String question) {
    ask.accept(question);
  }

  /// They are not shown any more; the next time they begin anew.
  public void left() {
    leaveForm();
    awaited = false;
    step.set(Step.LOOK);
  }
}
