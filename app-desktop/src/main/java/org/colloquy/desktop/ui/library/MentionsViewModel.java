package org.colloquy.desktop.ui.library;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.colloquy.desktop.background.Background;
import org.colloquy.desktop.client.ConversationEntry;
import org.colloquy.desktop.client.ExportClient;
import org.colloquy.desktop.client.FileClient;
import org.colloquy.desktop.client.LibraryEntry;
import org.colloquy.desktop.client.Upload;
import org.colloquy.desktop.text.Text;
import org.colloquy.desktop.ui.chat.Suggestion;
import org.colloquy.desktop.ui.parts.FailureWords;
import org.colloquy.desktop.ui.parts.FileNames;
import org.colloquy.desktop.ui.parts.FileNote;
import org.colloquy.desktop.ui.parts.Visit;

/// Files and conversations that somebody names while they write. One that is chosen goes with the
/// next question; a conversation does so as a text file.
public final class MentionsViewModel {
  private static final Duration TYPING = Duration.ofMillis(150);
  private static final int FILES = 20;
  private static final int CONVERSATIONS = 10;

  private final Sources sources;
  private final Background background;
  private final Consumer<List<Upload.Content>> attach;
  private final Visit visit;
  private List<LibraryEntry> files = List.of();
  private String asked = "";
  private Background.Waiting waiting = () -> {};
  private Runnable found = () -> {};

  /// Where things are that can be named.
  ///
  /// @param conversations those that are known, the latest first
  public record Sources(
      FileClient files, ExportClient texts, Supplier<List<ConversationEntry>> conversations) {}

  /// @param attach lets files go with the next question
  public MentionsViewModel(
      Sources sources, Background background, Consumer<List<Upload.Content>> attach) {
    this.sources = sources;
    this.background = background;
    this.attach = attach;
    this.visit = new Visit(background, _ -> {});
  }

  /// Tells when there is more to choose from.
  public void whenFound(Runnable listener) {
    found = listener;
  }

  /// Looks for the newest files.
  public void begin() {
    look("");
  }

  /// What fits these words as far as it is known now. After a space it is a heading, and no name.
  public List<Suggestion> fitting(String words) {
    if (words.startsWith(" ") || words.startsWith("#")) {
      return List.of();
    }
    if (!words.equals(asked)) {
      waiting.callOff();
      waiting = background.after(TYPING, () -> look(words));
    }
    return Stream.concat(
            files.stream().filter(entry -> fits(entry.file().name(), words)).map(this::suggestion),
            sources.conversations().get().stream()
                .filter(one -> !one.title().isEmpty() && fits(one.title(), words))
                .limit(CONVERSATIONS)
                .map(this::suggestion))
        .toList();
  }

  private void look(String words) {
    asked = words;
    visit.begin(
        () -> sources.files().library(words, Long.MAX_VALUE, FILES),
        newest -> {
          files = newest;
          found.run();
        });
  }

  private static boolean fits(String name, String words) {
    var lower = name.toLowerCase(Locale.getDefault());
    return Stream.of(words.strip().toLowerCase(Locale.getDefault()).split("\\s+"))
        .allMatch(lower::contains);
  }

  private Suggestion suggestion(LibraryEntry entry) {
    var content = LibraryViewModel.content(sources.files(), entry);
    return new Suggestion(
        entry.file().name(), FileNote.of(entry.file()), () -> attach.accept(List.of(content)));
  }

  private Suggestion suggestion(ConversationEntry one) {
    return new Suggestion(one.title(), Text.of("library.conversation"), () -> attachText(one));
  }

  private void attachText(ConversationEntry one) {
    var name = FileNames.of(one.title()) + ".md";
    background.run(
        () -> sources.texts().text(one.id()),
        text -> attach.accept(List.of(Upload.Content.of(name, text))),
        why ->
            attach.accept(List.of(Upload.Content.refused(name, FailureWords.of(why).sentence()))));
  }
}
