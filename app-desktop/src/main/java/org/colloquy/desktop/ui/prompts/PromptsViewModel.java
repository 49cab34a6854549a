package org.colloquy.desktop.ui.prompts;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.colloquy.desktop.background.Background;
import org.colloquy.desktop.client.Failure;
import org.colloquy.desktop.client.PromptClient;
import org.colloquy.desktop.client.PromptEntry;
import org.colloquy.model.PromptText;
import org.jspecify.annotations.Nullable;

/// The prompts that are kept: makes, changes, copies, removes and finds them, and hands them on.
public final class PromptsViewModel {
  /// How long a deletion can be undone.
  private static final Duration UNDO = Duration.ofSeconds(8);

  private final PromptClient client;
  private final Background background;
  private final PromptForm form = new PromptForm();
  private final StringProperty query = new SimpleStringProperty("");
  private final ObservableList<PromptEntry> all = FXCollections.observableArrayList();
  private final ObservableList<PromptEntry> shown = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<@Nullable PromptEntry> selected =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable PromptEntry> removed =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Failure> failure = new ReadOnlyObjectWrapper<>();
  private Background.@Nullable Waiting forgetting;

  public PromptsViewModel(PromptClient client, Background background) {
    this.client = client;
    this.background = background;
    query.addListener((_, _, _) -> shown.setAll(fitting(query.get())));
  }

  /// All of them, by title.
  public ObservableList<PromptEntry> all() {
    return all;
  }

  /// Those that are looked for.
  public ObservableList<PromptEntry> shown() {
    return shown;
  }

  public StringProperty query() {
    return query;
  }

  public PromptForm form() {
    return form;
  }

  /// The prompt that the form shows; null for a new one.
  public ReadOnlyObjectProperty<@Nullable PromptEntry> selected() {
    return selected.getReadOnlyProperty();
  }

  /// What was removed a moment ago and can be brought back; null when nothing can.
  public ReadOnlyObjectProperty<@Nullable PromptEntry> removed() {
    return removed.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<@Nullable Failure> failure() {
    return failure.getReadOnlyProperty();
  }

  /// Fetches what there is, for those who only insert them.
  public void load() {
    background.run(client::prompts, this::take, _ -> {});
  }

  public void open() {
    background.run(
        client::prompts,
        now -> {
          failure.set(null);
          take(now);
          var before = selected.get();
          if (before == null || all.stream().noneMatch(each -> each.id().equals(before.id()))) {
            select(all.isEmpty() ? null : all.getFirst());
          }
        },
        failure::set);
  }

  private void take(List<PromptEntry> now) {
    var sorted = new ArrayList<>(now);
    sorted.sort((one, other) -> title(one).compareTo(title(other)));
    all.setAll(sorted);
    shown.setAll(fitting(query.get()));
  }

  private static String title(PromptEntry prompt) {
    return prompt.text().title().toLowerCase(Locale.getDefault());
  }

  /// Those with all of these words in their title, text or tags.
  public List<PromptEntry> fitting(String words) {
    var wanted = List.of(words.strip().toLowerCase(Locale.getDefault()).split("\\s+"));
    return all.stream()
        .filter(prompt -> wanted.stream().allMatch(words(prompt.text())::contains))
        .toList();
  }

  private static String words(PromptText text) {
    var everything = text.title() + "\n" + text.content() + "\n" + String.join("\n", text.tags());
    return everything.toLowerCase(Locale.getDefault());
  }

  /// Shows a prompt in the form.
  ///
  /// @param prompt null for a new one
  public void select(@Nullable PromptEntry prompt) {
    selected.set(prompt);
    if (prompt == null) {
      form.clear();
    } else {
      form.show(prompt.text());
    }
  }

  public void save() {
    if (form.complete().get()) {
      var text = form.text();
      var id = selectedId();
      change(() -> client.save(id, text));
    }
  }

  /// Makes another one that says the same.
  public void duplicate() {
    var prompt = selected.get();
    if (prompt != null) {
      change(() -> client.save(null, prompt.text()));
    }
  }

  public void remove() {
    var prompt = selected.get();
    if (prompt != null) {
      background.run(
          () -> {
            client.remove(prompt.id());
            return client.prompts();
          },
          now -> {
            failure.set(null);
            take(now);
            select(shown.isEmpty() ? null : shown.getFirst());
            offerUndo(prompt);
          },
          failure::set);
    }
  }

  private void offerUndo(PromptEntry prompt) {
    stopForgetting();
    removed.set(prompt);
    forgetting = background.after(UNDO, () -> removed.set(null));
  }

  /// Brings back what was removed last.
  public void undo() {
    var prompt = removed.get();
    if (prompt != null) {
      stopForgetting();
      removed.set(null);
      change(() -> client.save(null, prompt.text()));
    }
  }

  private void stopForgetting() {
    if (forgetting != null) {
      forgetting.callOff();
      forgetting = null;
    }
  }

  public void importFrom(Path file) {
    background.run(
        () -> {
          client.importFrom(file);
          return client.prompts();
        },
        now -> {
          failure.set(null);
          take(now);
        },
        failure::set);
  }

  public void exportTo(Path file) {
    background.run(
        () -> {
          client.exportTo(file);
          return file;
        },
        _ -> failure.set(null),
        failure::set);
  }

  private @Nullable UUID selectedId() {
    var prompt = selected.get();
    return prompt == null ? null : prompt.id();
  }

  private record Changed(PromptEntry prompt, List<PromptEntry> all) {}

  private void change(Supplier<PromptEntry> work) {
    background.run(
        () -> new Changed(work.get(), client.prompts()),
        now -> {
          failure.set(null);
          take(now.all());
          select(now.prompt());
        },
        failure::set);
  }
}
