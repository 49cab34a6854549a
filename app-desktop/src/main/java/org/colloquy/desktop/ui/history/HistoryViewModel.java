package org.colloquy.desktop.ui.history;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.colloquy.desktop.background.Background;
import org.colloquy.desktop.client.ApiClient;
import org.colloquy.desktop.client.ConversationEntry;
import org.colloquy.desktop.client.Failure;
import org.colloquy.desktop.client.FolderEntry;
import org.colloquy.desktop.settings.LiveSettings;
import org.colloquy.model.ConversationId;
import org.jspecify.annotations.Nullable;

/// The conversations in the sidebar: find, open, rename, delete, undo.
public final class HistoryViewModel {
  /// After this time it is looked whether an answer that nobody reads here has ended.
  private static final Duration ANSWERING = Duration.ofSeconds(2);

  /// A model thinks of a title after the first turn; that long it takes at the most, as a rule.
  private static final Duration TITLE = Duration.ofSeconds(6);

  private static final int FIRST_TURN = 2;

  private final ApiClient api;
  private final KnownConversations known;
  private final HistoryCommands commands;
  private final LiveSettings settings;
  private final Background background;
  private final Clock clock;
  private final ObservableList<HistoryRow> rows = FXCollections.observableArrayList();
  private final StringProperty filter = new SimpleStringProperty("");
  private final StringProperty tag = new SimpleStringProperty("");
  private final BooleanProperty archived = new SimpleBooleanProperty();
  private final ObjectProperty<@Nullable ConversationId> selected = new SimpleObjectProperty<>();
  private final Removals removals;
  private final ReadOnlyObjectWrapper<@Nullable UUID> shown = new ReadOnlyObjectWrapper<>();
  private Consumer<String> everything = _ -> {};
  private Consumer<ConversationEntry> exported = _ -> {};
  private Background.@Nullable Waiting watching;

  public HistoryViewModel(
      ApiClient api,
      KnownConversations known,
      HistoryCommands commands,
      LiveSettings settings,
      Background background,
      Clock clock) {
    this.api = api;
    this.known = known;
    this.commands = commands;
    this.settings = settings;
    this.background = background;
    this.clock = clock;
    this.removals = new Removals(api, known, background);
    filter.addListener((_, _, _) -> arrange());
    tag.addListener((_, _, _) -> arrange());
    archived.addListener((_, _, shown) -> turnToArchive(shown));
    selected.addListener((_, _, id) -> opened(id));
    known.now().addListener((_, _, _) -> arrange());
    new SharedLook(known, background, selected).begin();
    settings
        .property()
        .addListener((_, before, after) -> {
          if (!before.navigation().folded().equals(after.navigation().folded())) {
            arrange();
          }
        });
  }

  public ObservableList<HistoryRow> rows() {
    return rows;
  }

  /// What is done with conversations besides.
  public HistoryCommands commands() {
    return commands;
  }

  public KnownConversations known() {
    return known;
  }

  /// Shows only titles that contain this.
  public StringProperty filter() {
    return filter;
  }

  /// Shows only conversations with this tag; empty for all.
  public StringProperty tag() {
    return tag;
  }

  /// Shows the archive instead of the others.
  public BooleanProperty archived() {
    return archived;
  }

  /// The conversation that is open; null for a new one.
  public ObjectProperty<@Nullable ConversationId> selected() {
    return selected;
  }

  /// What was deleted a moment ago and can be brought back.
  public ReadOnlyObjectProperty<List<ConversationEntry>> removed() {
    return removals.removed();
  }

  /// Why the last action did not work; null when it did.
  public ReadOnlyObjectProperty<@Nullable Failure> failure() {
    return known.failure();
  }

  /// The title of the conversation that is open; empty for a new one.
  public String selectedTitle() {
    return known.now().get().title(selected.get());
  }

  /// Tells when a person wants these words to be looked for everywhere, not only in titles.
  public void whenEverythingIsSearched(Consumer<String> listener) {
    everything = listener;
  }

  /// Looks for the words of the filter everywhere.
  public void searchEverything() {
    everything.accept(filter.get().strip());
  }

  /// Tells when a person wants a conversation as a file.
  public void whenExportWanted(Consumer<ConversationEntry> listener) {
    exported = listener;
  }

  /// Asks for a conversation as a file.
  void export(ConversationEntry conversation) {
    exported.accept(conversation);
  }

  public void load() {
    if (archived.get()) {
      known.loadAll();
    } else {
      known.load();
    }
  }

  /// A person comes back to the window.
  public void lookAgain() {
    known.loadNewest();
  }

  /// Something was said in this one, and in no other.
  public void touched(ConversationId id) {
    known.refresh(
        id,
        entry -> {
          look(entry);
          if (entry.runningTurn() == null && entry.messageCount() <= FIRST_TURN) {
            background.after(TITLE, () -> known.refresh(id, this::look));
          }
        });
  }

  private void opened(@Nullable ConversationId id) {
    known.now().get().find(id).ifPresent(this::look);
    arrange();
    watch();
  }

  /// What stands open before a person is seen.
  void look(ConversationEntry conversation) {
    if (conversation.id().equals(selected.get()) && conversation.place().unread()) {
      commands.see(conversation);
    }
  }

  /// Answers that go on in conversations that are not open end without telling us.
  private void watch() {
    if (watching == null && !answering().isEmpty()) {
      watching =
          background.after(
              ANSWERING,
              () -> {
                watching = null;
                answering().forEach(each -> known.refresh(each.id(), _ -> watch()));
              });
    }
  }

  private List<ConversationEntry> answering() {
    return known.now().get().conversations().stream()
        .filter(each -> each.runningTurn() != null && !each.id().equals(selected.get()))
        .toList();
  }

  private void turnToArchive(boolean shown) {
    if (shown) {
      known.loadAll();
    }
    arrange();
  }

  public void rename(ConversationEntry conversation, String title) {
    var wanted = title.strip();
    if (!wanted.isEmpty() && !wanted.equals(conversation.title())) {
      known.run(
          () -> api.rename(conversation.id(), wanted), renamed -> known.put(List.of(renamed)));
    }
  }

  public void remove(List<ConversationEntry> conversations) {
    removals.remove(
        conversations,
        gone -> {
          if (gone.contains(selected.get())) {
            selected.set(null);
          }
        });
  }

  /// Brings back what was deleted last, and opens it.
  public void undo() {
    removals.undo(selected::set);
  }

  public void renameFolder(FolderEntry folder, String name) {
    var wanted = name.strip();
    if (!wanted.isEmpty() && !wanted.equals(folder.name())) {
      known.renameFolder(folder.id(), wanted);
    }
  }

  /// Shows or hides what is in a folder.
  public void fold(FolderEntry folder) {
    var id = folder.id().toString();
    settings.change(now -> {
      var folded = new ArrayList<>(now.navigation().folded());
      if (!folded.remove(id)) {
        folded.add(id);
      }
      return now.withNavigation(now.navigation().withFolded(folded));
    });
  }

  /// Shows a folder with what is in it, and nothing that hides it.
  public void show(FolderEntry folder) {
    filter.set("");
    tag.set("");
    archived.set(false);
    if (settings.get().navigation().folded().contains(folder.id().toString())) {
      fold(folder);
    }
    shown.set(null);
    shown.set(folder.id());
  }

  /// The folder that was last asked for.
  public ReadOnlyObjectProperty<@Nullable UUID> shown() {
    return shown.getReadOnlyProperty();
  }

  /// Opens the conversation so many lines below, or above, the one that is open.
  public void step(int lines) {
    var ids =
        rows.stream()
            .filter(HistoryRow.Line.class::isInstance)
            .map(row -> ((HistoryRow.Line) row).conversation().id())
            .toList();
    if (!ids.isEmpty()) {
      int here = ids.indexOf(selected.get());
      int next = here < 0 && lines < 0 ? ids.size() - 1 : Math.floorMod(here + lines, ids.size());
      selected.set(ids.get(next));
    }
  }

  private void arrange() {
    var wanted = new Arrangement.Wanted(filter.get(), tag.get(), archived.get(), selected.get());
    var folded = Set.copyOf(settings.get().navigation().folded());
    var arranged = Arrangement.rows(known.now().get(), wanted, folded, clock);
    if (!arranged.equals(rows)) {
      rows.setAll(arranged);
    }
  }
}
