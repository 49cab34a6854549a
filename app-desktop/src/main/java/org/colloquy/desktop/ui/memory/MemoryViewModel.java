package org.colloquy.desktop.ui.memory;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.colloquy.desktop.background.Background;
import org.colloquy.desktop.client.Failure;
import org.colloquy.desktop.client.MemoryClient;
import org.colloquy.desktop.client.MemoryEntry;
import org.colloquy.desktop.ui.parts.Visit;
import org.jspecify.annotations.Nullable;

/// The memories of the account: looks for them, adds, changes and removes them.
public final class MemoryViewModel {
  private static final Duration TYPING = Duration.ofMillis(250);

  private final MemoryClient client;
  private final Background background;
  private final ObservableList<MemoryEntry> memories = FXCollections.observableArrayList();
  private final StringProperty query = new SimpleStringProperty("");
  private final StringProperty draft = new SimpleStringProperty("");
  private final ReadOnlyObjectWrapper<@Nullable MemoryEntry> changing =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Failure> failure = new ReadOnlyObjectWrapper<>();

  /// Only what was asked for last is shown.
  private final Visit visit;

  private Background.Waiting waiting = () -> {};

  public MemoryViewModel(MemoryClient client, Background background) {
    this.client = client;
    this.background = background;
    this.visit = new Visit(background, failure::set);
    query.addListener((_, _, _) -> lookSoon());
  }

  public ObservableList<MemoryEntry> memories() {
    return memories;
  }

  /// What is looked for; empty for all.
  public StringProperty query() {
    return query;
  }

  /// What is being written.
  public StringProperty draft() {
    return draft;
  }

  /// The memory that is put in other words; null when a new one is written.
  public ReadOnlyObjectProperty<@Nullable MemoryEntry> changing() {
    return changing.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<@Nullable Failure> failure() {
    return failure.getReadOnlyProperty();
  }

  public void open() {
    change(null);
    look();
  }

  private void lookSoon() {
    waiting.callOff();
    waiting = background.after(TYPING, this::look);
  }

  private void look() {
    var wanted = query.get();
    show(() -> client.memories(wanted));
  }

  private void show(Supplier<List<MemoryEntry>> work) {
    visit.begin(
        work,
        found -> {
          failure.set(null);
          memories.setAll(found);
        });
  }

  /// Takes a memory to be put in other words.
  ///
  /// @param memory null to write a new one
  public void change(@Nullable MemoryEntry memory) {
    changing.set(memory);
    draft.set(memory == null ? "" : memory.text());
  }

  public void save() {
    var text = draft.get().strip();
    if (text.isEmpty()) {
      return;
    }
    var memory = changing.get();
    background.run(
        () -> client.save(memory == null ? null : memory.id(), text),
        _ -> {
          change(null);
          look();
        },
        failure::set);
  }

  public void remove(MemoryEntry memory) {
    var wanted = query.get();
    show(() -> {
      client.remove(memory.id());
      return client.memories(wanted);
    });
  }
}
