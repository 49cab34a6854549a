package org.colloquy.desktop.ui;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.geometry.Point2D;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.colloquy.desktop.fake.Script;
import org.colloquy.desktop.settings.Look;
import org.colloquy.desktop.ui.parts.SelectableText;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SelectionWindowTest extends WindowTest {
  private static final String ANSWER =
      """
      First words here.

      - an apple
      - a pear

      | well | rate |
      |------|------|
      | A1   | 10.5 |

      ```
      code()
      ```

      Last words there.
      """;

  @BeforeEach
  void answer() {
    server.next(Script.says(ANSWER));
    ask("Why?");
    untilSays("Last words there.");
    until(() -> shows(".message-footer:last .copy"));
  }

  private SelectableText saying(String words) {
    return onWindow(() ->
        lookup(".selectable").queryAll().stream()
            .map(SelectableText.class::cast)
            .filter(text -> text.content().equals(words))
            .findFirst()
            .orElseThrow());
  }

  /// Where a text begins, or behind its last letter, on the screen.
  private Point2D begin(String words) {
    return onWindow(() -> saying(words).localToScreen(1, 8));
  }

  private Point2D end(String words) {
    return onWindow(() -> {
      var text = saying(words);
      var letters = text.texts().getLast().getBoundsInParent();
      return text.localToScreen(letters.getMaxX() - 1, letters.getMaxY() - 5);
    });
  }

  private void select(Point2D from, Point2D to) {
    moveTo(from).press(MouseButton.PRIMARY).moveTo(to).release(MouseButton.PRIMARY);
  }

  private String copied() {
    push(KeyCode.CONTROL, KeyCode.C);
    return onWindow(() -> Clipboard.getSystemClipboard().getString());
  }

  @Test
  void goesOverParagraphsListsTablesAndCode() {
    select(begin("First words here."), end("Last words there."));
    interact(() -> Pictures.save(scene(), "selection-light"));
    assertThat(copied())
        .isEqualTo(
            "First words here.\n\nan apple\na pear\n\nwell\trate\nA1\t10.5\n\ncode()\n\n"
                + "Last words there.");
    interact(() -> settings.change(now -> now.withLook(Look.DARK)));
    interact(() -> Pictures.save(scene(), "selection-dark"));
  }

  @Test
  void goesUpwardsAndShrinksAgain() {
    moveTo(end("a pear")).press(MouseButton.PRIMARY);
    moveTo(begin("First words here."));
    moveTo(begin("an apple"));
    release(MouseButton.PRIMARY);
    assertThat(copied()).isEqualTo("an apple\na pear");
  }

  @Test
  void isGoneWhenOneWritesOrSelectsSomethingElse() {
    select(begin("First words here."), end("a pear"));
    doubleClickOn("code()");
    assertThat(copied()).isEqualTo("code");
    select(begin("First words here."), end("a pear"));
    clickOn(".composer-area");
    until(() -> saying("an apple").selected().isEmpty());
    assertThat(onWindow(() -> saying("First words here.").selected())).isEmpty();
  }

  @Test
  void scrollsWhereItIsDraggedBeyondTheEdge() {
    var lines = new StringBuilder("The first one.\n\n");
    for (var i = 0; i < 60; i++) {
      lines.append("Line ").append(i).append(".\n\n");
    }
    server.next(Script.says(lines.toString()));
    ask("More?");
    untilSays("Line 59.");
    until(() -> shows(".message-footer:last .copy"));
    var edge =
        onWindow(() -> {
          var flow = lookup(".message-flow").query();
          return flow.localToScreen(500, 10);
        });
    moveTo(end("Line 59.")).press(MouseButton.PRIMARY);
    for (var i = 0; i < 16; i++) {
      moveTo(edge.add(i % 2, 0));
    }
    release(MouseButton.PRIMARY);
    var copied = copied();
    assertThat(copied).endsWith("Line 58.\n\nLine 59.");
    assertThat(copied.lines().filter(line -> !line.isEmpty()).count())
        .isGreaterThan(visibleLines());
  }

  /// How many of the lines fit into the window.
  private long visibleLines() {
    return onWindow(() -> {
      var flow = lookup(".message-flow").query().getLayoutBounds().getHeight();
      var line = saying("Line 59.").getHeight();
      return (long) (flow / (line + 12));
    });
  }

  @Test
  void isWhatIsQuoted() {
    select(begin("an apple"), end("a pear"));
    clickOn(".message-footer:last .quote-button");
    var composer = lookup(".composer-area").queryTextInputControl();
    until(() -> composer.getText().equals("> an apple\n> a pear\n\n"));
  }
}
