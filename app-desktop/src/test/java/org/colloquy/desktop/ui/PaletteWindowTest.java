package org.colloquy.desktop.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javafx.scene.input.KeyCode;
import org.colloquy.desktop.settings.Look;
import org.colloquy.desktop.ui.shell.ShellViewModel.Dialog;
import org.junit.jupiter.api.Test;

class PaletteWindowTest extends WindowTest {
  @Override
  void prepare() {
    var wells =
        server.conversations().add("Survey of wells", Instant.now(), List.of("a", "All wells."));
    server.conversations().add("Field notes", Instant.now(), List.of("a", "Notes of the field."));
    server.conversations().folders().add("Wells and springs");
    server
        .search()
        .addMessage(
            wells,
            "Survey of wells",
            server.conversations().idOf(wells, "All wells."),
            "wells are deep there, and nobody has measured how deep");
    server.search().addPage(wells, UUID.randomUUID(), "wells.pdf", 7, "of wells in the north");
  }

  private void open() {
    push(KeyCode.CONTROL, KeyCode.K);
    until(() -> shows("#paletteWords"));
  }

  @Test
  void findsConversationsMessagesFilesFoldersAndActions() {
    untilSays("Survey of wells");
    open();
    untilSays("New conversation");
    interact(() -> Pictures.save(scene(), "palette-empty"));
    write("wells");
    untilSays("nobody has measured");
    untilSays("of wells in the north");
    interact(() -> Pictures.save(scene(), "palette-light"));
    interact(() -> settings.change(now -> now.withLook(Look.DARK)));
    interact(() -> Pictures.save(scene(), "palette-dark"));
    push(KeyCode.ENTER);
    untilSays("All wells.");
    assertThat(shows("#paletteWords")).isFalse();
  }

  @Test
  void doesWhatIsNamedAndRemembersIt() {
    open();
    write("light and dark").push(KeyCode.ENTER);
    until(() -> settings.get().look() == Look.DARK);
    open();
    untilSays("Recent");
    push(KeyCode.ENTER);
    until(() -> settings.get().look() == Look.LIGHT);
    open();
    write("usage");
    push(KeyCode.ENTER);
    until(() -> wiring.shell().dialog().get() == Dialog.USAGE);
    push(KeyCode.ESCAPE);
    until(() -> wiring.shell().dialog().get() == Dialog.NONE);
  }

  @Test
  void showsTheFolderThatIsChosen() {
    untilSays("Wells and springs");
    open();
    write("springs").push(KeyCode.ENTER);
    until(() -> !shows("#paletteWords"));
    until(() ->
        "list".equals(scene().getFocusOwner() == null ? "" : scene().getFocusOwner().getId()));
  }

  @Test
  void goesToTheNextConversationAndBack() {
    untilSays("Field notes");
    clickOn("Field notes");
    untilSays("Notes of the field.");
    push(KeyCode.CONTROL, KeyCode.TAB);
    untilSays("All wells.");
    push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.TAB);
    untilSays("Notes of the field.");
  }
}
