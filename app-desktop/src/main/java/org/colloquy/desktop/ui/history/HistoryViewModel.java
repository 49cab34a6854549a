package org.colloquy.desktop.ui.history;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.colloquy.desktop.background.Background;
import org.colloquy.desktop.client.ApiClient;
import org.colloquy.desktop.client.ConversationEntry;
import org.colloquy.desktop.client.Failure;
import org.colloquy.model.ConversationId;
import org.jspecify.annotations.Nullable;

/// The conversations, newest first and grouped by day: find, open, rename, delete, undo.
public final class HistoryViewModel {
  /// How long a deletion can be undone here. The trash keeps it for longer.
  private static final Duration UNDO = Duration.ofSeconds(8);

  private final ApiClient api;
  private final Background background;
  private final Clock clock;
  private final ObservableList<HistoryRow> rows = FXCollections.observableArrayList();
  private final StringProperty filter = new SimpleStringProperty("");
  private final ObjectProperty<@Nullable ConversationId> selected = new SimpleObjectProperty<>();
  private final ReadOnlyObjectWrapper<@Nullable ConversationEntry> removed =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Failure> failure = new ReadOnlyObjectWrapper<>();
  private Consumer<String> everything = _ -> {};
  private List<ConversationEntry> all = List.of();
  private Background.@Nullable Waiting forgetting;

  public HistoryViewModel(ApiClient api, Background background, Clock clock) {
    this.api = api;
    this.background = background;
    this.clock = clock;
    filter.addListener((_, _, _) -> arrange());
  }

  public ObservableList<HistoryRow> rows() {
    return rows;
  }

  /// Shows only titles that contain this.
  public StringProperty filter() {
    return filter;
  }

  /// The conversation that is open; null for a new one.
  public ObjectProperty<@Nullable ConversationId> selected() {
    return selected;
  }

  /// What was deleted a moment ago and can be brought back; null when nothing can.
  public ReadOnlyObjectProperty<@Nullable ConversationEntry> removed() {
    return removed.getReadOnlyProperty();
  }

  /// Why the last action did not work; null when it did.
  public ReadOnlyObjectProperty<@Nullable Failure> failure() {
    return failure.getReadOnlyProperty();
  }

  /// The title of the conversation that is open; empty for a new one.
  public String selectedTitle() {
    return all.stream()
        .filter(each -> each.id().equals(selected.get()))
        .map(ConversationEntry::title)
        .findFirst()
        .orElse("");
  }

  /// Tells when a person wants these words to be looked for everywhere, not only in titles.
  public void whenEverythingIsSearched(Consumer<String> listener) {
    everything = listener;
  }

  /// Looks for the words of the filter everywhere.
  public void searchEverything() {
    everything.accept(filter.get().strip());
  }

  public void load() {
    run(api::conversations, this::show);
  }

  public void rename(ConversationEntry conversation, String title) {
    var wanted = title.strip();
    if (!wanted.isEmpty() && !wanted.equals(conversation.title())) {
      run(() -> api.rename(conversation.id(), wanted), _ -> load());
    }
  }

  public void remove(ConversationEntry conversation) {
    run(
        () -> {
          api.remove(conversation.id());
          return api.conversations();
        },
        conversations -> {
          if (conversation.id().equals(selected.get())) {
            selected.set(null);
          }
          show(conversations);
          offerUndo(conversation);
        });
  }

  private void offerUndo(ConversationEntry conversation) {
    stopForgetting();
    removed.set(conversation);
    forgetting = background.after(UNDO, () -> removed.set(null));
  }

  /// Brings back what was deleted last, and opens it.
  public void undo() {
    var conversation = removed.get();
    if (conversation != null) {
      stopForgetting();
      removed.set(null);
      run(
          () -> {
            api.restore(conversation.id());
            return api.conversations();
          },
          conversations -> {
            show(conversations);
            selected.set(conversation.id());
          });
    }
  }

  private void stopForgetting() {
    if (forgetting != null) {
      forgetting.callOff();
      forgetting = null;
    }
  }

  private void show(List<ConversationEntry> conversations) {
    all =
        conversations.stream()
            .sorted(Comparator.comparing(ConversationEntry::updatedAt).reversed())
            .toList();
    arrange();
  }

  private void arrange() {
    var wanted = filter.get().strip().toLowerCase(Locale.getDefault());
    var today = LocalDate.now(clock);
    var arranged = new ArrayList<HistoryRow>();
    Period before = null;
    for (var conversation : all) {
      if (conversation.title().toLowerCase(Locale.getDefault()).contains(wanted)) {
        var day = LocalDate.ofInstant(conversation.updatedAt(), clock.getZone());
        var period = Period.of(day, today);
        if (period != before) {
          arranged.add(new HistoryRow.Heading(period));
          before = period;
        }
        arranged.add(new HistoryRow.Line(conversation));
      }
    }
    if (!arranged.equals(rows)) {
      rows.setAll(arranged);
    }
  }

  private <T> void run(Supplier<T> work, Consumer<T> done) {
    background.run(
        work,
        result -> {
          failure.set(null);
          done.accept(result);
        },
        failure::set);
  }
}
