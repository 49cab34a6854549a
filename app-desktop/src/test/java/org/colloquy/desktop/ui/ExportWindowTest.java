package org.colloquy.desktop.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import javafx.scene.input.KeyCode;
import org.colloquy.desktop.fake.ScriptedExports;
import org.colloquy.desktop.settings.Look;
import org.junit.jupiter.api.Test;

class ExportWindowTest extends WindowTest {
  @Override
  void prepare() {
    server.conversations().add("How cells divide", Instant.now(), List.of("a"));
  }

  private void picture(String name) {
    interact(() -> Pictures.save(scene(), name));
  }

  private void open() {
    untilSays("How cells divide");
    rightClickOn("How cells divide");
    clickOn("Export …");
    untilSays("Plain text that every editor reads.");
  }

  @Test
  void writesAConversationFromItsMenu() {
    open();
    picture("export");
    clickOn("#exportPdf");
    untilSays("with page numbers");
    clickOn("#exportSave");
    untilSays("How cells divide.pdf was written");

    assertThat(folder.resolve("How cells divide.pdf")).hasContent(ScriptedExports.FILE);
    assertThat(shows("#exportBranches")).isFalse();
    clickOn("#exportJson");
    until(() -> shows("#exportBranches"));
    clickOn("#exportBranches");
    interact(() -> settings.change(now -> now.withLook(Look.DARK)));
    picture("export-dark");
    clickOn("#exportSave");
    untilSays("How cells divide.colloquy was written");
    assertThat(server.requests()).anyMatch(line -> line.contains("format=json&branches=all"));
    push(KeyCode.ESCAPE);
    until(() -> !shows("#exportSave"));
  }

  @Test
  void tellsHowFarItIsAndStopsWhenAsked() {
    var letGo = server.exports().hold();
    open();
    clickOn("#exportSave");
    untilSays("7 bytes so far");
    picture("export-working");
    assertThat(lookup("#exportSave").queryButton().isDisabled()).isTrue();
    clickOn("#exportCancel");
    until(() -> !shows("#exportCancel"));
    letGo.run();
    assertThat(folder.resolve("How cells divide.md")).doesNotExist();
  }

  @Test
  void writesAllConversationsFromWhereDataIs() {
    clickOn("#privacyButton");
    clickOn("#showData");
    picture("privacy-data-conversations");
    clickOn("#exportConversations");
    untilSays("All conversations, each as a file of its own in one ZIP file");
    clickOn("#exportSave");
    untilSays("colloquy-conversations-markdown.zip was written");
    assertThat(server.requests())
        .anyMatch(line -> line.contains("/api/export/conversations?format=markdown"));
  }
}
