package org.colloquy.desktop.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javafx.scene.Node;
import javafx.scene.image.WritableImage;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import org.colloquy.desktop.fake.Script;
import org.junit.jupiter.api.Test;

class UploadWindowTest extends WindowTest {
  private UUID talk = new UUID(0, 0);

  @Override
  void prepare() {
    talk = server.conversations().add("A talk", Instant.now(), List.of("question", "reply"));
    choose("gneiss in the alps.pdf", 3_000_000);
  }

  @Override
  Path chosen() {
    return folder.resolve(name);
  }

  private String name = "";

  private void choose(String fileName, long size) {
    name = fileName;
    try (var file = new RandomAccessFile(folder.resolve(fileName).toFile(), "rw")) {
      file.setLength(size);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private void clickOnWhatSays(String words) {
    clickOn((Node node) -> words.equals(node.getAccessibleText()) && node.isVisible());
  }

  private void paste(ClipboardContent content) {
    interact(() -> Clipboard.getSystemClipboard().setContent(content));
    clickOn(".composer-area").push(KeyCode.CONTROL, KeyCode.V);
  }

  @Test
  void holdsTheQuestionUntilItsFilesAreThereAndShowsThemWithIt() {
    clickOn("A talk");
    untilSays("reply");
    server.files().hold();
    clickOn("#attach");
    untilSays("gneiss in the alps.pdf");
    server.next(Script.says("About gneiss."));
    ask("What is in it?");
    untilSays("Sent as soon as all files are there");
    assertThat(says("About gneiss.")).isFalse();
    interact(() -> Pictures.save(scene(), "upload-held"));
    server.files().go();
    untilSays("About gneiss.");
    until(() -> !says("Sent as soon as"));
    assertThat(server.files().names()).containsExactly("gneiss in the alps.pdf");
    until(() -> lookup(".said-files .label").tryQuery().isPresent());
    assertThat(text(".said-files .label")).isEqualTo("gneiss in the alps.pdf");
    assertThat(shows(".upload-chip")).isFalse();
    interact(() -> Pictures.save(scene(), "upload-sent"));
    clickOn("#newChatButton");
    clickOn("A talk");
    until(() -> lookup(".said-files .label").tryQuery().isPresent());
  }

  @Test
  void beginsAConversationForTheFirstFile() {
    clickOn("#attach");
    until(() -> server.files().names().size() == 1);
    untilSays("2.9 MB");
    ask("What is it?");
    untilSays("You said: What is it?");
    assertThat(server.requests().stream().filter(it -> it.startsWith("POST /api/conversations ")))
        .hasSize(1);
  }

  @Test
  void stopsSendingWhenItIsTold() {
    clickOn("A talk");
    untilSays("reply");
    choose("huge.bin", 400_000_000);
    server.files().hold();
    clickOn("#attach");
    untilSays("huge.bin");
    clickOnWhatSays("Stop sending this file");
    until(() -> !shows(".upload-chip"));
    server.files().go();
    until(() -> server.files().brokenOff().contains("huge.bin"));
    assertThat(server.files().names()).isEmpty();
  }

  @Test
  void saysWhyAFileDidNotArriveAndTriesAgain() {
    clickOn("A talk");
    untilSays("reply");
    server.refuse("/files", 413, "{\"problem\":\"too-large\",\"limit\":1048576}");
    clickOn("#attach");
    untilSays("This is too large: at most 1 MB can be sent.");
    interact(() -> Pictures.save(scene(), "upload-failed"));
    clickOnWhatSays("Send it again");
    until(() -> server.files().names().size() == 1);
    clickOnWhatSays("Remove this file");
    until(() -> server.files().names().isEmpty());
    assertThat(shows(".upload-chip")).isFalse();
  }

  @Test
  void waitsUntilFilesAreReadUnlessItIsToldToSend() {
    clickOn("A talk");
    untilSays("reply");
    server.files().readAs("reading", "");
    clickOn("#attach");
    untilSays("is being read");
    server.next(Script.says("About gneiss."));
    ask("What is in it?");
    untilSays("Sent as soon as all files are read");
    interact(() -> Pictures.save(scene(), "upload-reading"));
    assertThat(says("About gneiss.")).isFalse();
    server.files().readAs("ready", "");
    untilSays("About gneiss.");
    assertThat(shows(".upload-chip")).isFalse();
    server.files().readAs("reading", "");
    clickOn("#attach");
    untilSays("is being read");
    ask("And now?");
    untilSays("Sent as soon as all files are read");
    clickOn(".hurry");
    untilSays("You said: And now?");
  }

  @Test
  void saysWhyAFileCouldNotBeReadAndHasItReadAgain() {
    clickOn("A talk");
    untilSays("reply");
    server.files().readAs("failed", "It wants a password.");
    clickOn("#attach");
    untilSays("2.9 MB · not read: It wants a password.");
    interact(() -> Pictures.save(scene(), "upload-not-read"));
    clickOnWhatSays("Read it again");
    untilSays("2.9 MB · 1 page");
    server.files().readAs("failed", "It wants a password.");
    clickOn("#sideButton");
    until(() -> shows(".panel-cell") && says("not read: It wants a password."));
    clickOnWhatSays("Read it again");
    until(() -> !says("not read: It wants a password."));
  }

  @Test
  void asksForFilesByTheKeyboard() {
    push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.A);
    until(() -> server.files().names().equals(List.of("gneiss in the alps.pdf")));
  }

  @Test
  void makesFilesOfPastedPicturesAndLongTextsAndTakesTextsBack() {
    clickOn("A talk");
    untilSays("reply");
    var picture = new ClipboardContent();
    picture.putImage(new WritableImage(20, 10));
    paste(picture);
    until(() -> server.files().names().contains("pasted.png"));
    var text = new ClipboardContent();
    text.putString("line\n".repeat(41));
    paste(text);
    until(() -> server.files().names().contains("pasted.txt"));
    var few = new ClipboardContent();
    few.putString("few words");
    paste(few);
    assertThat(lookup(".composer-area").queryTextInputControl().getText()).isEqualTo("few words");
    interact(() -> Pictures.save(scene(), "upload-pasted"));
    clickOnWhatSays("Put it into the message instead");
    until(() -> server.files().names().equals(List.of("pasted.png")));
    assertThat(lookup(".composer-area").queryTextInputControl().getText()).contains("line\nline");
  }

  @Test
  void savesAndDeletesFilesInTheSidePanel() throws IOException {
    server.files().add(talk, "notes.txt", "text/plain", 13);
    clickOn("A talk");
    clickOn("#sideButton");
    untilSays("notes.txt");
    clickOnWhatSays("Save as …");
    var saved = folder.resolve("notes.txt");
    until(() -> Files.exists(saved));
    assertThat(saved).hasContent("what is in it");
    clickOnWhatSays("Open");
    until(() -> opened.size() == 1);
    assertThat(Path.of(opened.getFirst())).hasFileName("notes.txt").hasContent("what is in it");
    clickOnWhatSays("Delete this file");
    untilSays("Delete it for good?");
    interact(() -> Pictures.save(scene(), "files-delete"));
    clickOn("Delete");
    untilSays("No files in this conversation yet.");
    assertThat(server.files().names()).isEmpty();
  }

  @Test
  void tellsHowFarFilesAreRead() {
    server
        .files()
        .add(talk, "a.pdf", "application/pdf", 9)
        .putObject("reading")
        .put("state", "ready")
        .put("pages", 12);
    server
        .files()
        .add(talk, "b.pdf", "application/pdf", 9)
        .putObject("reading")
        .put("state", "failed")
        .put("failure", "It wants a password.");
    var waiting = server.files().add(talk, "c.pdf", "application/pdf", 9).putObject("reading");
    waiting.put("state", "reading").put("pages", 0);
    clickOn("A talk");
    clickOn("#sideButton");
    untilSays("12 pages");
    untilSays("not read: It wants a password.");
    untilSays("is being read");
    untilSays("Answers look into 1 file");
    interact(() -> Pictures.save(scene(), "files-reading"));
    clickOn("#chatSettings");
    clickOn("#looksIntoFiles");
    clickOn("#saveChat");
    untilSays("Answers do not look into these files");
    waiting.put("state", "ready").put("pages", 1);
    untilSays("1 page");
    until(() -> !says("is being read"));
  }
}
