package org.colloquy.desktop.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.VerticalDirection;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import org.colloquy.desktop.Samples;
import org.colloquy.desktop.fake.Script;
import org.junit.jupiter.api.Test;

class ChatWindowTest extends WindowTest {
  private static final String WRONG_KEY =
      "{\"problem\":\"upstream\",\"provider\":\"OpenAI\",\"fault\":\"wrong-key\","
          + "\"status\":401,\"said\":\"Incorrect API key\"}";

  @Override
  void prepare() {
    var said = new ArrayList<String>();
    for (var i = 0; i < 2500; i++) {
      said.add("Question " + i);
      said.add("Answer **" + i + "**\n\n```\ncode " + i + "\n```\n\n- a\n- b\n");
    }
    server.conversations().add("Long talk", Instant.now(), said);
    server
        .conversations()
        .add("Stones", Instant.now(), List.of("Which stone?", "I remember: gneiss."));
    var apples = server.conversations().add("Apples", Instant.now(), List.of("Which apple?"));
    server.conversations().addToolRound(apples, "recall_memory", "[\n  \"gala\"\n]", "Gala.");
  }

  @Test
  void fetchesWhatWasSaidBeforeForWhoeverGoesThere() {
    clickOn("Long talk");
    untilSays("code 2499");
    clickOn("Question 2499").push(KeyCode.HOME);
    untilSays("Question 0");
  }

  @Test
  void showsTheAnswerWhileItGrowsAndStopsIt() {
    server.next(Script.says("growing ", "words ", "never said").holdingAfter(2));
    ask("Why?");
    untilSays("growing words");
    clickOn(".composer-area").write("typed meanwhile");
    push(KeyCode.ENTER);
    untilSays("typed meanwhile");
    clickOn(".composer-area").write("and this");
    interact(() -> Pictures.save(scene(), "question-waiting"));
    push(KeyCode.ESCAPE);
    untilSays("Cut off");
    assertThat(says("never said")).isFalse();
    clickOn(".queue-edit");
    assertThat(lookup(".composer-area").queryTextInputControl().getText())
        .isEqualTo("typed meanwhile\nand this");
  }

  @Test
  void showsAFailureInPlaceAndTriesAgain() {
    server.next(Script.says("Half").failing(WRONG_KEY));
    ask("Why?");
    untilSays("OpenAI does not accept the key.");
    assertThat(says("Half")).isTrue();
    assertThat(says("Incorrect API key")).isFalse();
    clickOn("Details");
    untilSays("Incorrect API key");
    server.next(Script.says("Whole"));
    clickOn("Try again");
    untilSays("Whole");
    assertThat(says("does not accept")).isFalse();
    untilSays("2 / 2");
    push(KeyCode.CONTROL, KeyCode.R);
    untilSays("3 / 3");
  }

  @Test
  void leadsFromAWrongKeyToTheKeys() {
    server.next(Script.says("Half").failing(WRONG_KEY));
    ask("Why?");
    untilSays("Open keys");
    clickOn("Open keys");
    untilSays("Providers and keys");
  }

  @Test
  void sendsWithEnterAndStartsALineWithShiftEnter() {
    clickOn(".composer-area").write("one");
    push(KeyCode.SHIFT, KeyCode.ENTER);
    write("two");
    assertThat(lookup(".composer-area").queryTextInputControl().getText()).isEqualTo("one\ntwo");
    interact(() -> settings.change(now -> now.withEnterSends(false)));
    push(KeyCode.ENTER);
    assertThat(lookup(".composer-area").queryTextInputControl().getText()).endsWith("two\n");
    push(KeyCode.SHIFT, KeyCode.ENTER);
    untilSays("You said: ");
  }

  @Test
  void opensALinkOnlyWhenItIsClicked() {
    server.next(Script.says(Samples.ANSWER));
    ask("Why?");
    untilSays("the scikit-learn guide (scikit-learn.org)");
    assertThat(opened).isEmpty();
    clickOn(".link");
    assertThat(opened)
        .containsExactly(
            URI.create("https://scikit-learn.org/stable/modules/model_evaluation.html"));
  }

  @Test
  void copiesTheAnswerAsItWasWritten() {
    server.next(Script.says("some **bold** words"));
    ask("Why?");
    untilSays("bold");
    until(() -> shows(".message-footer:last .copy"));
    clickOn(".message-footer:last .copy");
    assertThat(onWindow(() -> Clipboard.getSystemClipboard().getString()))
        .isEqualTo("some **bold** words");
  }

  @Test
  void showsWhichToolWasUsedInsteadOfAnEmptyAnswer() {
    clickOn("Apples");
    untilSays("Gala.");
    assertThat(says("Used recall_memory")).isTrue();
    assertThat(says("recall_memory: [ \"gala\" ]")).isTrue();
    assertThat(says("What it was asked")).isFalse();
    clickOn(".tool-head");
    untilSays("What it was asked");
    interact(() -> Pictures.save(scene(), "tool"));
    assertThat(
            onWindow(() ->
                lookup(".message-footer").queryAll().stream().filter(Node::isVisible).count()))
        .isEqualTo(2);
  }

  @Test
  void showsWithWhichMemoriesAnAnswerWasGiven() {
    clickOn("Stones");
    untilSays("I remember: gneiss.");
    assertThat(says("The thesis is about gneiss.")).isFalse();
    clickOn("Given with a memory");
    untilSays("The thesis is about gneiss.");
    interact(() -> Pictures.save(scene(), "recalled"));
  }

  @Test
  void letsAnAnswerThatWasCutOffGoOn() {
    server.next(Script.says("Half ").failing(WRONG_KEY));
    ask("Why?");
    untilSays("OpenAI does not accept the key.");
    server.next(Script.says("and the rest."));
    clickOn("Continue");
    untilSays("Half and the rest.");
    until(() -> !says("does not accept"));
    assertThat(says("Continue")).isFalse();
  }

  @Test
  void givesAConversationInstructionsOfItsOwnBeforeItBegins() {
    clickOn("#chatSettings");
    clickOn("#systemPrompt").write("Be brief.");
    clickOn("#chatTemperature").write("0.2");
    clickOn("#remembers");
    clickOn("#looksIntoFiles");
    interact(() -> Pictures.save(scene(), "conversation"));
    clickOn("#saveChat");
    until(() -> !shows("#saveChat"));
    ask("Why?");
    untilSays("You said: Why?");
    assertThat(server.conversations().titles()).hasSize(4);
    clickOn("#chatSettings");
    until(() -> lookup("#systemPrompt").queryTextInputControl().getText().equals("Be brief."));
    assertThat(lookup("#chatTemperature").queryTextInputControl().getText()).isEqualTo("0.2");
    assertThat(lookup("#remembers").<CheckBox>query().isSelected()).isFalse();
    assertThat(lookup("#looksIntoFiles").<CheckBox>query().isSelected()).isFalse();
  }

  @Test
  void asksTheLastQuestionInOtherWords() {
    ask("Why?");
    untilSays("You said: Why?");
    push(KeyCode.UP);
    untilSays("In other words");
    assertThat(lookup(".composer-area").queryTextInputControl().getText()).isEqualTo("Why?");
    interact(() -> Pictures.save(scene(), "in-other-words"));
    write(" How").push(KeyCode.ENTER);
    untilSays("You said: Why? How");
    assertThat(says("In other words")).isFalse();
    untilSays("2 / 2");
  }

  @Test
  void copiesTheWordThatWasSelected() {
    server.next(Script.says("one **two** three"));
    ask("Why?");
    untilSays("two");
    doubleClickOn("two").push(KeyCode.CONTROL, KeyCode.C);
    assertThat(onWindow(() -> Clipboard.getSystemClipboard().getString())).isEqualTo("two");
  }

  @Test
  void canStillBeUsedWhileAVeryLongAnswerGrows() {
    server.next(
        Script.says("word ".repeat(40_000), "and ".repeat(10_000), "the end").holdingAfter(2));
    ask("Why?");
    untilSays("and and and");
    clickOn(".composer-area").write("still here");
    assertThat(lookup(".composer-area").queryTextInputControl().getText()).isEqualTo("still here");
    push(KeyCode.ESCAPE);
    untilSays("Cut off");
  }

  @Test
  void keepsFewNodesHoweverLongTheConversationIs() {
    untilSays("Long talk");
    clickOn("Long talk");
    untilSays("code 2499");
    assertThat(nodes()).isLessThan(1500);
    for (var i = 0; i < 6; i++) {
      moveTo(".message-flow").scroll(10, VerticalDirection.UP);
    }
    assertThat(says("code 2499")).isFalse();
    assertThat(nodes()).isLessThan(1500);
    clickOn(".latest");
    untilSays("code 2499");
  }

  @Test
  void leavesTheTextWhereItIsWhileTheReaderReadsAbove() {
    untilSays("Long talk");
    clickOn("Long talk");
    untilSays("code 2499");
    var script = server.next(Script.says("new ", "words\n\n".repeat(60)).holdingAfter(1));
    ask("More?");
    untilSays("new");
    for (var i = 0; i < 2; i++) {
      moveTo(".message-flow").scroll(10, VerticalDirection.UP);
    }
    until(() -> shows(".latest"));
    var before = positions();
    script.go();
    until(() -> !shows(".send") || lookup(".send").<Node>query().isDisabled());
    assertThat(positions()).isEqualTo(before);
    push(KeyCode.SHIFT, KeyCode.ESCAPE);
    clickOn(".latest");
    until(() -> !shows(".latest"));
  }

  private List<Double> positions() {
    return onWindow(() ->
        lookup(".message-row").queryAll().stream()
            .filter(Node::isVisible)
            .map(row -> row.localToScene(0, 0).getY())
            .sorted()
            .limit(3)
            .toList());
  }

  @Test
  void takesTwoMegabytesOfPastedText() {
    clickOn(".composer-area");
    interact(() -> {
      var content = new ClipboardContent();
      content.putString("word ".repeat(420_000));
      Clipboard.getSystemClipboard().setContent(content);
    });
    push(KeyCode.CONTROL, KeyCode.V);
    untilSays("pasted.txt");
    until(() -> server.files().names().contains("pasted.txt"));
    clickOn(".composer-area").write("Look");
    server.refuse("/turns", 502, "{\"problem\":\"unavailable\",\"why\":\"It is away.\"}");
    push(KeyCode.ENTER);
    untilSays("It is away.");
    clickOn("Edit");
    until(() -> lookup(".composer-area").queryTextInputControl().getText().equals("Look"));
    untilSays("pasted.txt");
    clickOn((Node node) -> "Put it into the message instead".equals(node.getAccessibleText()));
    untilSays("Pasted text, 2 MB");
    until(() -> server.files().names().isEmpty());
    server.next(Script.says("read"));
    clickOn(".composer-area").push(KeyCode.ENTER);
    untilSays("read");
    untilSays("Show more");
    assertThat(nodes()).isLessThan(1500);
  }

  @Test
  void asksWhatIsSuggested() {
    clickOn("What have we talked about so far?");
    untilSays("You said: ");
  }
}
