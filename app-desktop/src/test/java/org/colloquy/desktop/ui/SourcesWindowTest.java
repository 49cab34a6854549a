package org.colloquy.desktop.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import javafx.geometry.VerticalDirection;
import javafx.scene.Node;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.colloquy.desktop.fake.Script;
import org.colloquy.desktop.fake.ScriptedSources;
import org.colloquy.desktop.settings.Look;
import org.colloquy.desktop.ui.parts.sources.SourceCard;
import org.colloquy.desktop.ui.parts.sources.SourceLine;
import org.colloquy.model.AttachmentId;
import org.colloquy.model.Citation;
import org.junit.jupiter.api.Test;

class SourcesWindowTest extends WindowTest {
  private static final String PAGE =
      "The samples were kept at minus eighty degrees until the day on which they were cut. "
          .repeat(6);

  @Override
  void prepare() {
    server.sources().addPage("The lake froze early that year. " + PAGE);
    server.sources().addPage("Nothing of this is about ice.");
    server.sources().addPage("The core was drilled in spring. " + PAGE);
    var said = new ArrayList<String>();
    for (var i = 0; i < 1500; i++) {
      said.add("Question " + i);
      said.add("Answer " + i + " says [1] and [3], and then [2] and “nothing” [9].");
    }
    var talk = server.conversations().add("Long talk", Instant.EPOCH, said);
    server.conversations().answers(talk).forEach(server.sources()::answered);
  }

  @Test
  void keepsFewNodesHoweverManyChipsAConversationHas() {
    clickOn("Long talk");
    untilSays("Answer 1499");
    assertThat(nodes()).isLessThan(1500);
    for (var i = 0; i < 6; i++) {
      moveTo(".message-flow").scroll(10, VerticalDirection.UP);
    }
    assertThat(says("Answer 1499")).isFalse();
    assertThat(nodes()).isLessThan(1500);
  }

  @Test
  void tellsMoreOnACard() {
    var file = new AttachmentId(ScriptedSources.FILE);
    var place = new Citation.Place(file, "ice.pdf", 3, "iii", 4, 9);
    var found = new SourceLine(3, "ice.pdf, page iii", "drilled in spring", false, place);
    var lost = new SourceLine(9, "there is no source 9", "", true, null);
    var card = onWindow(() -> SourceCard.of(List.of(found, lost)));
    assertThat(card.lookupAll(".label"))
        .extracting(WindowTest::text)
        .containsExactly(
            "[3] ice.pdf, page iii",
            "“drilled in spring”",
            "✓ It stands there.",
            "[9] there is no source 9",
            "⚠ The answer names a source that it was not given.");
  }

  @Test
  void showsTheCardWhileThePointerIsOnAChip() {
    answer();
    var mark = onWindow(() -> lookup(".markdown .mark").queryAll().stream().toList().getFirst());
    moveTo(mark);
    until(() -> lookup(".source-card").tryQuery().isPresent());
    var card = onWindow(() -> lookup(".source-card").query().getScene());
    assertThat(onWindow(() -> card.getWindow().getHeight())).isBetween(40.0, 250.0);
    interact(() -> Pictures.save(card, "source-card-light"));
    interact(() -> settings.change(now -> now.withLook(Look.DARK)));
    interact(() -> Pictures.save(card, "source-card-dark"));
    moveTo(".composer-area");
    until(() -> lookup(".source-card").tryQuery().isEmpty());
  }

  private void answer() {
    server.next(
        Script.says(
            "The lake froze early [1]. They were cut, and “core was drilled in spring” [3],",
            " while “the core was lost” [3] is not there.\n\n```\nlist[1]\n```\n"));
    ask("How cold?");
    until(() -> lookup(".markdown .mark").queryAll().size() == 3);
  }

  private void picture(String name) {
    interact(() -> Pictures.save(scene(), name));
  }

  private Node mark(int index) {
    return lookup(".markdown .mark").nth(index).query();
  }

  @Test
  void showsNumbersAsChipsAndWhatIsLostPlainly() {
    answer();
    assertThat(onWindow(() -> mark(0).getAccessibleText())).isEqualTo("Source 1: ice.pdf, page 1");
    untilSays("[3]\u00a0⚠\u00a0not\u00a0found");
    untilSays("1 not found");
    clickOn(".sources-title");
    untilSays("The answer had these as well");
    assertThat(says("These words were not found in the documents.")).isTrue();
    picture("sources");
    interact(() -> settings.change(now -> now.withLook(Look.DARK)));
    picture("sources-dark");
  }

  @Test
  void becomesAChipWithoutMovingTheText() {
    var script = server.next(Script.says("The lake froze early [1] that year.").holdingAfter(1));
    ask("How cold?");
    untilSays("froze early [1] that year.");
    assertThat(lookup(".markdown .mark").queryAll()).isEmpty();
    var before = onWindow(() -> lookup(".markdown .paragraph").query().getLayoutBounds());
    script.go();
    until(() -> !lookup(".markdown .mark").queryAll().isEmpty());
    assertThat(onWindow(() -> lookup(".markdown .paragraph").query().getLayoutBounds()))
        .isEqualTo(before);
  }

  @Test
  void opensThePageWithTheWordsMarked() {
    answer();
    interact(() -> mark(1).requestFocus());
    push(KeyCode.ENTER);
    untilSays("Page 3");
    until(() -> shows(".page-mark"));
    picture("reader");
    clickOn("#zoomIn");
    clickOn("#pageAsText");
    untilSays("core was drilled in spring");
    picture("reader-text");
    clickOn("#previousPage");
    untilSays("Page 2");
    push(KeyCode.ESCAPE);
    until(() -> !shows("#reader"));
  }

  @Test
  void explainsWhatWasNotFoundOnThePageThatTheAnswerNames() {
    answer();
    clickOn(mark(2));
    untilSays("These words were not found in your documents: “the core was lost”");
    until(() -> !shows(".page-mark"));
    picture("reader-lost");
  }

  @Test
  void copiesTheAnswerWithAWordAboutWhatIsLost() {
    answer();
    interact(() -> lookup(".message.assistant .copy").nth(1).queryButton().fire());
    var copied = new AtomicReference<String>();
    interact(() -> copied.set(Clipboard.getSystemClipboard().getString()));
    assertThat(copied.get())
        .contains("froze early [1]. They")
        .contains("“the core was lost” [3] (⚠ not found in its source) is not there.");
  }

  @Test
  void listsTheSourcesInTheSidePanel() {
    answer();
    clickOn("#sideButton");
    clickOn("#sideSOURCES");
    untilSays("[1] ice.pdf, page 1");
    picture("side-sources");
    clickOn(lookup(".side-page .source-row").<Node>query());
    until(() -> shows("#reader"));
  }

  @Test
  void showsTheChipsOfAConversationThatIsOpenedAgain() {
    answer();
    clickOn("#newChatButton");
    until(() -> lookup(".markdown .mark").queryAll().isEmpty());
    clickOn("How cold?");
    until(() -> lookup(".markdown .mark").queryAll().size() == 3);
  }
}
