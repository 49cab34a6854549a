package org.colloquy.desktop.ui.shell;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.colloquy.desktop.background.Background;
import org.colloquy.desktop.client.SearchAnswer;
import org.colloquy.desktop.client.SearchClient;
import org.colloquy.desktop.client.SearchHit;
import org.colloquy.desktop.client.SearchKind;
import org.colloquy.desktop.client.SearchQuestion;
import org.colloquy.desktop.settings.LiveSettings;
import org.colloquy.desktop.text.Text;
import org.colloquy.desktop.ui.history.Known;
import org.colloquy.desktop.ui.parts.Visit;
import org.colloquy.desktop.ui.shell.PaletteRow.Kind;

/// Finds what a person types among all that can be done and opened, the recently chosen first while
/// nothing is typed.
public final class PaletteViewModel {
  private static final Duration TYPING = Duration.ofMillis(150);
  private static final int MOST = 6;
  private static final int REMEMBERED = 12;

  private final ObservableValue<Known> known;
  private final SearchClient client;
  private final Background background;
  private final LiveSettings settings;
  private final StringProperty words = new SimpleStringProperty("");
  private final ObservableList<PaletteRow> rows = FXCollections.observableArrayList();
  private final Visit visit;
  private Consumer<PaletteRow> chosen = _ -> {};
  private Predicate<Shortcut> offered = _ -> true;
  private Background.Waiting waiting = () -> {};
  private List<SearchHit> found = List.of();

  public PaletteViewModel(
      ObservableValue<Known> known,
      SearchClient client,
      Background background,
      LiveSettings settings) {
    this.known = known;
    this.client = client;
    this.background = background;
    this.settings = settings;
    // What is here is found all the same when the server does not answer.
    this.visit = new Visit(background, _ -> {});
    words.addListener((_, _, _) -> look());
  }

  /// What is looked for.
  public StringProperty words() {
    return words;
  }

  public ObservableList<PaletteRow> rows() {
    return rows;
  }

  /// Tells what a person chose.
  public void whenChosen(Consumer<PaletteRow> listener) {
    chosen = listener;
  }

  /// Names only those things that can be done now.
  public void offer(Predicate<Shortcut> possible) {
    offered = possible;
  }

  /// Begins anew.
  public void open() {
    words.set("");
    look();
  }

  /// Nobody looks any more.
  public void leave() {
    waiting.callOff();
    visit.end();
  }

  public void choose(PaletteRow row) {
    var name = name(row);
    if (!name.isEmpty()) {
      settings.change(now -> {
        var others = now.navigation().recent().stream().filter(each -> !each.equals(name));
        var recent = Stream.concat(Stream.of(name), others).limit(REMEMBERED).toList();
        return now.withNavigation(now.navigation().withRecent(recent));
      });
    }
    chosen.accept(row);
  }

  private void look() {
    leave();
    found = List.of();
    arrange();
    if (!words.get().isBlank()) {
      waiting = background.after(TYPING, this::ask);
    }
  }

  private void ask() {
    var question = new SearchQuestion(words.get().strip(), null, null, "", "", null, "");
    visit.run(() -> client.search(question), this::show);
  }

  private void show(SearchAnswer answer) {
    found = answer.groups().stream().flatMap(group -> group.hits().stream()).toList();
    arrange();
  }

  private void arrange() {
    var arranged = new ArrayList<PaletteRow>();
    var wanted = List.of(words.get().strip().toLowerCase(Locale.getDefault()).split("\\s+", -1));
    if (words.get().isBlank()) {
      var recent =
          settings.get().navigation().recent().stream().flatMap(each -> row(each).stream());
      add(arranged, Kind.RECENT, recent.limit(MOST).toList());
      add(arranged, Kind.ACTIONS, actions(wanted).toList());
    } else {
      add(arranged, Kind.ACTIONS, actions(wanted).limit(MOST).toList());
      add(arranged, Kind.CONVERSATIONS, conversations(wanted).limit(MOST).toList());
      add(arranged, Kind.FOLDERS, folders(wanted).limit(MOST).toList());
      add(arranged, Kind.MESSAGES, found(SearchKind.MESSAGE).limit(MOST).toList());
      add(arranged, Kind.FILES, found(SearchKind.FILE).limit(MOST).toList());
    }
    if (!arranged.equals(rows)) {
      rows.setAll(arranged);
    }
  }

  private static void add(List<PaletteRow> rows, Kind kind, List<? extends PaletteRow> lines) {
    if (!lines.isEmpty()) {
      rows.add(new PaletteRow.Heading(kind));
      rows.addAll(lines);
    }
  }

  private static boolean fits(String text, List<String> wanted) {
    var lower = text.toLowerCase(Locale.getDefault());
    return wanted.stream().allMatch(lower::contains);
  }

  private Stream<PaletteRow> actions(List<String> wanted) {
    return Stream.of(Shortcut.values())
        .filter(offered)
        .filter(each -> each != Shortcut.PALETTE && fits(Text.of(each.text()), wanted))
        .map(PaletteRow.Action::new);
  }

  private Stream<PaletteRow> conversations(List<String> wanted) {
    return known.getValue().conversations().stream()
        .filter(each -> fits(each.title(), wanted))
        .map(PaletteRow.Conversation::new);
  }

  private Stream<PaletteRow> folders(List<String> wanted) {
    return known.getValue().folders().stream()
        .filter(each -> fits(each.name(), wanted))
        .map(PaletteRow.Folder::new);
  }

  private Stream<PaletteRow> found(SearchKind kind) {
    return found.stream().filter(hit -> hit.kind() == kind).map(PaletteRow.Found::new);
  }

  /// What it is remembered by; empty for what is not.
  private static String name(PaletteRow row) {
    return switch (row) {
      case PaletteRow.Action(var shortcut) -> shortcut.name();
      case PaletteRow.Conversation(var conversation) -> conversation.id().toString();
      case PaletteRow.Folder(var folder) -> folder.id().toString();
      case PaletteRow.Found _, PaletteRow.Heading _ -> "";
    };
  }

  private Optional<PaletteRow> row(String name) {
    var now = known.getValue();
    return Stream.of(
            Stream.of(Shortcut.values()).filter(offered).<PaletteRow>map(PaletteRow.Action::new),
            now.conversations().stream().<PaletteRow>map(PaletteRow.Conversation::new),
            now.folders().stream().<PaletteRow>map(PaletteRow.Folder::new))
        .flatMap(rowsOfKind -> rowsOfKind)
        .filter(row -> name(row).equals(name))
        .findFirst();
  }
}
