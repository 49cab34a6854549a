package org.colloquy.desktop.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyCode;
import org.colloquy.desktop.settings.Language;
import org.junit.jupiter.api.Test;

class SideWindowTest extends WindowTest {
  @Override
  void prepare() {
    var papers =
        server.conversations().add("Papers", Instant.now(), List.of("question", "About papers."));
    server
        .files()
        .add(papers, "gneiss in the alps, revised version 7.pdf", "application/pdf", 2_400_000);
    server.files().add(papers, "samples.csv", "text/csv", 900);
    var other = server.conversations().add("Other", Instant.now(), List.of("question", "Nothing."));
    server.files().add(other, "notes.md", "text/markdown", 77);
  }

  private double width(String query) {
    return onWindow(() -> lookup(query).query().getBoundsInParent().getWidth());
  }

  @Test
  void opensOnDemandAndFollowsTheConversation() {
    assertThat(shows(".side")).isFalse();
    untilSays("Papers");
    clickOn("Papers");
    untilSays("About papers.");
    clickOn("#sideButton");
    untilSays("samples.csv");
    interact(() -> Pictures.save(scene(), "side-files"));
    clickOn("Other");
    untilSays("notes.md");
    until(() -> !says("samples.csv"));
    clickOn("#sideACTIVITY");
    untilSays("User uploads file 'notes.md'");
    interact(() -> Pictures.save(scene(), "side-activity"));
    clickOn("#newChatButton");
    untilSays("Nothing was brought in yet.");
    clickOn("#sideClose");
    until(() -> !shows(".side"));
  }

  @Test
  void remembersItsPageAndItsWidth() {
    push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.D);
    until(() -> shows(".side"));
    clickOn("#sideACTIVITY");
    var before = width(".side");
    SplitPane split = lookup(".shell-split").query();
    interact(() -> split.setDividerPosition(1, 1 - (before + 80) / split.getWidth()));
    clickOn(lookup(".split-pane-divider").nth(1).<Node>query());
    until(() -> width(".side") > before + 60);
    until(() -> settings.get().side().width() > before + 60);
    push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.D);
    until(() -> !shows(".side"));
    push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.D);
    until(() -> shows(".side") && width(".side") > before + 60);
    assertThat(settings.get().side().page()).isEqualTo("ACTIVITY");
  }

  @Test
  void speaksAnotherLanguageAtOnce() {
    clickOn("#sideButton");
    untilSays("No files in this conversation yet.");
    interact(() -> settings.change(now -> now.withLanguage(Language.GERMAN)));
    untilSays("In diesem Gespräch sind noch keine Dateien.");
  }

  @Test
  void takesThePlaceOfTheConversationsInANarrowWindow() {
    clickOn("#sideButton");
    until(() -> shows(".side") && shows(".history"));
    interact(() -> window.stage().setWidth(700));
    until(() -> shows(".side") && !shows(".history"));
    clickOn("#sideClose");
    until(() -> !shows(".side") && shows(".history"));
  }
}
