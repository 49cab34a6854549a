package org.colloquy.desktop.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.colloquy.desktop.background.InlineBackground;
import org.colloquy.desktop.client.ConversationEntry;
import org.colloquy.desktop.client.ConversationPlace;
import org.colloquy.desktop.client.FolderEntry;
import org.colloquy.desktop.client.SearchClient;
import org.colloquy.desktop.fake.ScriptedServer;
import org.colloquy.desktop.settings.LiveSettings;
import org.colloquy.desktop.settings.SettingsFile;
import org.colloquy.desktop.ui.history.Known;
import org.colloquy.model.ConversationId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PaletteViewModelTest {
  private final Locale before = Locale.getDefault();
  private final ScriptedServer server = new ScriptedServer();
  private final InlineBackground background = new InlineBackground();
  private final ObjectProperty<Known> known =
      new SimpleObjectProperty<>(
          new Known(
              List.of(conversation("Survey of wells"), conversation("Field notes")),
              List.of(new FolderEntry(new UUID(1, 1), "Wells and springs")),
              List.of()));
  @TempDir Path folder;
  private PaletteViewModel palette;

  @BeforeEach
  void make() {
    Locale.setDefault(Locale.ENGLISH);
    var settings = new LiveSettings(new SettingsFile(folder.resolve("s.json")), background);
    palette = new PaletteViewModel(known, new SearchClient(server.address()), background, settings);
    palette.open();
  }

  @AfterEach
  void stop() {
    server.close();
    Locale.setDefault(before);
  }

  private static ConversationEntry conversation(String title) {
    return new ConversationEntry(
        new ConversationId(UUID.randomUUID()),
        title,
        2,
        Instant.EPOCH,
        Instant.EPOCH,
        null,
        null,
        new ConversationPlace(false, false, false, null, List.of()));
  }

  private List<String> rows() {
    return palette.rows().stream()
        .map(row ->
            switch (row) {
              case PaletteRow.Heading(var kind) -> kind.name();
              case PaletteRow.Action(var shortcut) -> shortcut.toString();
              case PaletteRow.Conversation(var conversation) -> conversation.title();
              case PaletteRow.Folder(var found) -> found.name();
              case PaletteRow.Found(var hit) -> hit.excerpt();
            })
        .toList();
  }

  @Test
  void findsAllKindsAsOneTypes() {
    server.search().addMessage(UUID.randomUUID(), "Talk", UUID.randomUUID(), "all wells");
    server.search().addPage(UUID.randomUUID(), UUID.randomUUID(), "a.pdf", 2, "the wells");
    palette.words().set("wells");
    assertThat(rows())
        .containsExactly("CONVERSATIONS", "Survey of wells", "FOLDERS", "Wells and springs");
    background.letTimePass();
    assertThat(rows())
        .containsExactly(
            "CONVERSATIONS",
            "Survey of wells",
            "FOLDERS",
            "Wells and springs",
            "MESSAGES",
            "all wells",
            "FILES",
            "the wells");
  }

  @Test
  void findsActionsByTheirWordsInAnyOrder() {
    palette.words().set("DARK light");
    assertThat(rows()).containsExactly("ACTIONS", "LOOK");
  }

  @Test
  void asksTheServerOnlyForTheLastWords() {
    palette.words().set("we");
    palette.words().set("wells");
    background.letTimePass();
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void showsWhatWasChosenLastFirst() {
    assertThat(rows()).startsWith("ACTIONS");
    palette.choose(new PaletteRow.Action(Shortcut.LOOK));
    palette.choose(new PaletteRow.Conversation(known.get().conversations().getFirst()));
    palette.choose(new PaletteRow.Action(Shortcut.LOOK));
    palette.open();
    assertThat(rows()).startsWith("RECENT", "LOOK", "Survey of wells", "ACTIONS");
  }

  @Test
  void forgetsWhatIsNotThereAnyMore() {
    palette.choose(new PaletteRow.Conversation(known.get().conversations().getFirst()));
    known.set(new Known(List.of(), List.of(), List.of()));
    palette.open();
    assertThat(rows()).startsWith("ACTIONS").doesNotContain("RECENT");
  }

  @Test
  void findsWhatIsHereWhenTheServerDoesNotAnswer() {
    server.refuse("/search", 503, "{\"problem\":\"unavailable\",\"why\":\"Full.\"}");
    palette.words().set("field");
    background.letTimePass();
    assertThat(rows()).containsExactly("CONVERSATIONS", "Field notes");
  }
}
