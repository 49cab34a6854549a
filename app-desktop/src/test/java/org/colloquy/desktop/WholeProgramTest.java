package org.colloquy.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.colloquy.desktop.boot.EmbeddedServer;
import org.colloquy.desktop.boot.OneWindow;
import org.colloquy.desktop.fake.Script;
import org.colloquy.desktop.fake.ScriptedProvider;
import org.colloquy.desktop.settings.Look;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The program as a person has it, and a provider somewhere outside.
class WholeProgramTest extends WholeProgram {
  private final ScriptedProvider provider = new ScriptedProvider();

  @AfterEach
  void stop() {
    provider.close();
  }

  private void fill(String field, String text) {
    interact(() -> lookup(field).<TextInputControl>query().setText(text));
  }

  private void addProvider(String key) {
    clickOn("#keysButton");
    until(() -> shows("Test"));
    interact(() -> {
      var options = lookup("#provider").<Object>queryComboBox();
      options.getSelectionModel().selectLast();
    });
    fill("#address", provider.address());
    fill("#name", "Scripted Lab");
    fill("#secret", key);
  }

  @Test
  void isRaisedByASecondStart() {
    try (var program = new Running()) {
      until(() -> shows("stays on this computer"));
      interact(program::minimize);
      assertThat(OneWindow.raise(folder, Optional.empty())).isTrue();
      until(() -> !program.isMinimized());
    }
    assertThat(OneWindow.raise(folder, Optional.empty())).isFalse();
  }

  private Path conversation(String title) throws IOException {
    return Files.writeString(
        folder.resolve(title + ".colloquy"),
        """
        {"format":"colloquy-conversation","version":1,
         "conversation":{"id":"%s","title":"%s","messageCount":1,
          "activeLeaf":"00000000-0000-0001-0000-000000000001",
          "createdAt":"2026-11-20T10:00:00Z","updatedAt":"2026-11-20T10:00:00Z"},
         "messages":[{"id":"00000000-0000-0001-0000-000000000001","role":"user",
          "content":"How many owls?","state":"complete","createdAt":"2026-11-20T10:00:00Z"}]}
        """
            .formatted(UUID.nameUUIDFromBytes(title.getBytes(StandardCharsets.UTF_8)), title));
  }

  @Test
  void showsWhatAFileHasThatItIsOpenedWithAndTheOneOfASecondStart() throws IOException {
    var first = conversation("Notes on owls");
    var second = conversation("Notes on cells");
    try (var program = new Running()) {
      interact(() -> program.openFile(first));
      until(() -> shows("Notes on owls") && shows("1 new,"));
      program.picture("opened-file-light");
      clickOn("#take");
      until(() -> shows("1 taken over"));
      assertThat(OneWindow.raise(folder, Optional.of(second))).isTrue();
      until(() -> shows("Notes on cells") && !shows("1 taken over"));
    }
  }

  @Test
  void showsTheFirstStepsOnce() {
    try (var program = untouched()) {
      until(() -> shows("Step 1 of 4"));
      program.picture("first-start");
    }
    try (var _ = untouched()) {
      until(() -> shows("stays on this computer"));
      assertThat(shows("Step 1 of 4")).isFalse();
    }
  }

  @Test
  void asksStopsEndsAndFindsEverythingAgain() {
    try (var program = new Running()) {
      until(() -> shows("stays on this computer"));
      program.picture("empty-light");
      tryAWrongKeyThenTheRightOne(program);
      askAndRead(program);
      stopInTheMiddle(program);
      loseTheProvider(program);
    }
    try (var program = new Running()) {
      until(() -> shows(ScriptedProvider.TITLE));
      clickOn(ScriptedProvider.TITLE);
      until(() -> shows("These words are kept"));
      assertThat(shows("never come")).isFalse();
      assertThat(shows("Cut off")).isTrue();
      assertThat(shows("script-small")).isTrue();
      program.picture("found-again-light");
    }
  }

  private void tryAWrongKeyThenTheRightOne(Running program) {
    addProvider("sk-wrong");
    clickOn("#tryKey");
    until(() -> shows("does not accept the key"));
    fill("#secret", ScriptedProvider.KEY);
    clickOn("#tryKey");
    until(() -> shows("It works: 2 models"));
    clickOn("#save");
    until(() -> shows("•••6789"));
    program.picture("keys-light");
    push(KeyCode.ESCAPE);
    clickOn("#modelButton");
    until(() -> shows("script-small"));
    program.picture("models-light");
    clickOn("script-small");
    until(() -> shows("script-small is ready"));
  }

  private void askAndRead(Running program) {
    provider.next(Script.says(Samples.ANSWER.split("(?<= )")));
    ask("What is the difference between precision and recall?");
    until(() -> shows("a spam filter wants precision") && shows("script-small"));
    moveTo(program.scene().getWindow());
    program.picture("chat-light");
    program.look(Look.DARK);
    program.picture("chat-dark");
    program.look(Look.LIGHT);
  }

  private void stopInTheMiddle(Running program) {
    provider.next(Script.says("These words are kept", ", and these never come.").holdingAfter(1));
    ask("Tell me more.");
    until(() -> shows("These words are kept"));
    program.picture("answering-light");
    push(KeyCode.ESCAPE);
    until(() -> shows("Cut off"));
  }

  private void loseTheProvider(Running program) {
    clickOn("#newChatButton");
    provider.close();
    ask("And the F1 score?");
    until(() -> shows("Scripted Lab cannot be reached"));
    program.picture("error-light");
  }

  @Test
  void saysWhyItCannotStartWhenTheFolderIsInUse() {
    try (var _ = EmbeddedServer.start(arguments());
        var program = new Running()) {
      until(() -> shows("Colloquy cannot start"));
      program.picture("cannot-start-light");
      assertThat(lookup("#quit").tryQuery()).isPresent();
    }
  }
}
