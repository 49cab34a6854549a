package org.colloquy.desktop.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.time.LocalDate;
import java.time.ZoneId;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

class PrivacyWindowTest extends WindowTest {
  private void open(String page) {
    clickOn("#privacyButton");
    untilSays("Nothing leaves this computer");
    clickOn(page);
  }

  private void picture(String name) {
    interact(() -> Pictures.save(scene(), name));
  }

  @Test
  void letsNothingLeaveAndShowsItAllTheTime() {
    assertThat(shows("#staysHere")).isFalse();
    open("#showHere");
    clickOn("#stays");
    until(() -> text("#stays").equals("On"));
    picture("privacy");
    assertThat(server.account().staysHere()).isTrue();
    push(KeyCode.ESCAPE);
    until(() -> shows("#staysHere"));
    picture("stays-here");
    clickOn("#staysHere");
    untilSays("Nothing leaves this computer");
    clickOn("#stays");
    until(() -> !shows("#staysHere"));
    assertThat(server.account().staysHere()).isFalse();
  }

  @Test
  void staysAsItWasWhenTheServerRefuses() {
    open("#showHere");
    server.refuse("/privacy", 403, "{\"problem\":\"not-allowed\",\"what\":\"x\"}");
    clickOn("#stays");
    untilSays("You may not do this.");
    assertThat(text("#stays")).isEqualTo("Off");
  }

  @Test
  void writesEverythingIntoAFile() {
    open("#showData");
    clickOn("#export");
    untilSays("was written");
    var file = folder.resolve("colloquy-" + LocalDate.now(ZoneId.systemDefault()) + ".zip");
    assertThat(file).hasSize(6);
    assertThat(file.resolveSibling(file.getFileName() + ".part")).doesNotExist();
  }

  @Test
  void leavesNoHalfFileBehind() throws Exception {
    open("#showData");
    server.refuse("/export", 503, "{\"problem\":\"unavailable\",\"why\":\"The disk is full.\"}");
    clickOn("#export");
    untilSays("The disk is full.");
    try (var files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .noneMatch(name -> name.startsWith("colloquy-"));
    }
  }

  @Test
  void deletesEverythingOnlyWhenTheNameWasTyped() {
    open("#showData");
    until(() -> lookup("#typed").queryTextInputControl().getPromptText().contains("owner"));
    assertThat(lookup("#erase").queryButton().isDisabled()).isTrue();
    clickOn("#typed").write("owner");
    picture("privacy-data");
    clickOn("#erase");
    untilSays("Deleted: 3 conversations, 12 messages, 1 file.");
    untilSays("colloquy-before-2.mv.db");
    assertThat(server.account().erased()).isTrue();
  }

  @Test
  void showsWhatAFileHasBeforeItTakesThatOver() throws Exception {
    open("#showData");
    Files.writeString(folder.resolve("chosen"), "[{}]");
    clickOn("#choose");
    untilSays("2 new, 1 here already, 1 that cannot be taken over.");
    picture("privacy-import");
    clickOn("#take");
    untilSays("2 taken over, 1 here already, 1 that cannot be taken over.");
    assertThat(server.requests())
        .filteredOn(request -> request.contains("/api/import"))
        .hasSize(2)
        .allMatch(request -> request.contains("filename=\"chosen\"") && request.contains("[{}]"));
  }

  @Test
  void saysWhyAFileIsNotTaken() throws Exception {
    open("#showData");
    Files.writeString(folder.resolve("chosen"), "no export");
    server.refuse(
        "/import",
        400,
        "{\"problem\":\"invalid\",\"faults\":[{\"field\":\"file\",\"why\":\"This is no"
            + " export.\"}]}");
    clickOn("#choose");
    untilSays("This is no export.");
    assertThat(shows("#take")).isFalse();
  }

  @Test
  void letsAProgramInAndOutAgain() {
    open("#showPrograms");
    untilSays("No program may sign in as you.");
    clickOn(".privacy #name").write("notebook");
    clickOn(".privacy #add");
    untilSays("•••wxyz · read, write");
    assertThat(lookup("#made").queryTextInputControl().getText()).isEqualTo("colloquy_secret-wxyz");
    picture("privacy-programs");
    clickOn("#showLog");
    untilSays("API key added");
    clickOn("#showPrograms");
    until(() -> !shows("#made"));
    clickOn(".privacy-cell .button");
    untilSays("No program may sign in as you.");
  }

  @Test
  void showsWhatWasDoneAndWhetherItIsWhole() {
    open("#showLog");
    untilSays("Sign-in · refused");
    clickOn("#check");
    untilSays("All 2 entries are as they were written.");
    picture("privacy-log");
  }
}
