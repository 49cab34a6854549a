package org.colloquy.desktop.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javafx.scene.Node;
import javafx.scene.control.ChoiceBox;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.colloquy.desktop.client.ReferenceForm;
import org.colloquy.desktop.fake.Script;
import org.junit.jupiter.api.Test;

class BibliographyWindowTest extends WindowTest {
  private UUID talk = new UUID(0, 0);

  @Override
  void prepare() {
    talk = server.conversations().add("A talk", Instant.now(), List.of("question", "reply"));
    var known = server.files().add(talk, "ice.pdf", "application/pdf", 9);
    known.putObject("reading").put("state", "ready").put("pages", 3);
    server.files().add(talk, "scan.pdf", "application/pdf", 9);
    server.references().add(known.get("id").asText(), "Ice of the north", "Lovelace", "1843");
  }

  @Override
  Path chosen() {
    return folder.resolve("library.bib");
  }

  private void openForTheConversation() {
    clickOn("A talk");
    untilSays("reply");
    clickOn("#sideButton");
    untilSays("Answers look into 1 file");
    clickOn("#filesBibliography");
    untilSays("Bibliography of this conversation");
    untilSays("Ice of the north");
  }

  private void fill(String field, String words) {
    clickOn(field).push(KeyCode.CONTROL, KeyCode.A).write(words);
  }

  private String written(String field) {
    return lookup(field).queryTextInputControl().getText();
  }

  @Test
  void correctsWhatIsKnownOfAFileAndAsksItsPublisher() {
    openForTheConversation();
    untilSays("Lovelace, 1843");
    assertThat(written("#reference-authors")).isEqualTo("Lovelace, Ada");
    interact(() -> Pictures.save(scene(), "bibliography"));
    fill("#reference-title", "Ice of the south");
    fill("#reference-authors", "Lovelace, Ada\nBabbage, Charles");
    clickOn("#saveReference");
    untilSays("Said by you");
    untilSays("Lovelace, Babbage, 1843");
    assertThat(server.requests().toString())
        .contains(
            "\"title\":\"Ice of the south\"", "{\"family\":\"Babbage\",\"given\":\"Charles\"}");
    clickOn("#lookUpReference");
    untilSays("From its publisher");
    until(() -> written("#reference-title").equals("The title that its publisher knows"));
  }

  @Test
  void describesAFileOfWhichNothingWasKnown() {
    openForTheConversation();
    untilSays("Nothing is known of it yet");
    clickOn(lookup("#referenceList").lookup("scan.pdf").<Node>query());
    until(() -> written("#reference-title").isEmpty());
    fill("#reference-title", "A scanned letter");
    clickOn("#saveReference");
    untilSays("A scanned letter");
    until(() -> !says("Nothing is known of it yet"));
  }

  @Test
  void saysWhatIsWrongWithWhatWasWritten() {
    openForTheConversation();
    server.refuse(
        "/bibliography",
        400,
        "{\"problem\":\"invalid\",\"faults\":[{\"field\":\"doi\",\"why\":\"No DOI is known.\"}]}");
    clickOn("#lookUpReference");
    untilSays("No DOI is known.");
  }

  @Test
  void handsTheListToOtherProgramsAndTakesOneOver() throws IOException {
    openForTheConversation();
    clickOn("#copyReferences");
    until(() -> "bibtex: Ice of the north".equals(Clipboard.getSystemClipboard().getString()));
    interact(() -> lookup("#form").<ChoiceBox<ReferenceForm>>query().setValue(ReferenceForm.RIS));
    clickOn("#saveReferences");
    var saved = folder.resolve("references.ris");
    await().until(() -> Files.exists(saved) && Files.size(saved) > 0);
    assertThat(saved).hasContent("ris: Ice of the north");
    Files.writeString(chosen(), "@article{a, title={A}}");
    clickOn("#importReferences");
    until(() -> server.files().names().contains("library.bib"));
    untilSays("library.bib");
  }

  @Test
  void showsWhatAnAnswerCites() {
    server.sources().addPage("Ice is cold.");
    clickOn("A talk");
    untilSays("reply");
    server.next(Script.says("It says so [1]."));
    ask("Why?");
    untilSays("It says so");
    var button = "Bibliography of this answer";
    until(() ->
        lookup((Node node) -> button.equals(node.getAccessibleText()) && node.isVisible())
            .tryQuery()
            .isPresent());
    clickOn((Node node) -> button.equals(node.getAccessibleText()) && node.isVisible());
    untilSays("Ice of the north");
    until(() -> says(button));
    assertThat(says("Nothing is known of it yet")).isFalse();
    assertThat(shows("#importReferences")).isFalse();
    interact(() -> Pictures.save(scene(), "bibliography-answer"));
    interact(
        () -> lookup("#form").<ChoiceBox<ReferenceForm>>query().setValue(ReferenceForm.ANSWER));
    clickOn("#copyReferences");
    until(() -> "markdown: Ice of the north".equals(Clipboard.getSystemClipboard().getString()));
  }
}
