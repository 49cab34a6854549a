package org.colloquy.desktop.ui.library;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.colloquy.desktop.background.Background;
import org.colloquy.desktop.client.Failure;
import org.colloquy.desktop.client.FileClient;
import org.colloquy.desktop.client.LibraryEntry;
import org.colloquy.desktop.client.Upload;
import org.colloquy.desktop.ui.parts.Visit;
import org.colloquy.model.ConversationId;
import org.jspecify.annotations.Nullable;

/// The files of all conversations, newest first: looks for them by their names, goes to where one
/// is, and takes one into the next question.
public final class LibraryViewModel {
  /// How many are fetched at once.
  static final int PAGE = 50;

  private static final Duration TYPING = Duration.ofMillis(250);

  private final FileClient client;
  private final Background background;
  private final Uses uses;
  private final ObservableList<LibraryEntry> files = FXCollections.observableArrayList();
  private final StringProperty query = new SimpleStringProperty("");
  private final ReadOnlyBooleanWrapper more = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<@Nullable Failure> failure = new ReadOnlyObjectWrapper<>();
  private final Visit visit;
  private Background.Waiting waiting = () -> {};

  /// What can be done with a file.
  ///
  /// @param go opens a conversation
  /// @param attach lets files go with the next question
  public record Uses(Consumer<ConversationId> go, Consumer<List<Upload.Content>> attach) {}

  public LibraryViewModel(FileClient client, Background background, Uses uses) {
    this.client = client;
    this.background = background;
    this.uses = uses;
    this.visit = new Visit(background, failure::set);
    query.addListener((_, _, _) -> lookSoon());
  }

  public ObservableList<LibraryEntry> files() {
    return files;
  }

  /// What is looked for; empty for all.
  public StringProperty query() {
    return query;
  }

  /// Whether there are older ones.
  public ReadOnlyBooleanProperty more() {
    return more.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<@Nullable Failure> failure() {
    return failure.getReadOnlyProperty();
  }

  public void open() {
    fetch(Long.MAX_VALUE, List.of());
  }

  private void lookSoon() {
    waiting.callOff();
    waiting = background.after(TYPING, this::open);
  }

  /// Fetches older ones.
  public void showMore() {
    if (!files.isEmpty()) {
      fetch(files.getLast().number(), List.copyOf(files));
    }
  }

  private void fetch(long before, List<LibraryEntry> shown) {
    var words = query.get().strip();
    visit.begin(
        () -> client.library(words, before, PAGE),
        found -> {
          failure.set(null);
          files.setAll(shown);
          files.addAll(found);
          more.set(found.size() == PAGE);
        });
  }

  /// Opens the conversation that a file is in.
  public void go(LibraryEntry entry) {
    uses.go().accept(entry.conversation());
  }

  /// Lets a file go with the next question of the open conversation.
  public void attach(LibraryEntry entry) {
    uses.attach().accept(List.of(content(client, entry)));
  }

  /// A file of the server as one that is sent to it.
  static Upload.Content content(FileClient client, LibraryEntry entry) {
    var file = entry.file();
    return new Upload.Content(file.name(), file.size(), () -> client.open(file.id()));
  }
}
