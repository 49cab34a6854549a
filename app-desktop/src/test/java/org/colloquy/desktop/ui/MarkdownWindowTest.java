package org.colloquy.desktop.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.Clipboard;
import org.colloquy.desktop.fake.Script;
import org.colloquy.desktop.settings.Look;
import org.junit.jupiter.api.Test;

class MarkdownWindowTest extends WindowTest {
  private static final String LONG =
      IntStream.range(0, 60).mapToObj(i -> "line_" + i).collect(Collectors.joining("\n"));
  private static final String ANSWER =
      """
      Words with a note[^1], ~~struck~~ ones and ![a cat](https://example.org/cat.png).

      - [x] read
      - [ ] write

      > quoted
      > > deeper

      | name | rate |
      |:-----|-----:|
      | a | 1.5 |

      ```python
      def mean(values):  # of numbers
          return sum(values) / 2.0 if values else "none"
      ```

      ```mermaid
      graph TD
      ```

      [^1]: The note, with *words*.
      """;

  private void answer(String text) {
    server.next(Script.says(text));
    ask("Why?");
    until(() -> shows(".message-footer:last .copy"));
  }

  private void press(String name) {
    clickOn((Node node) -> name.equals(node.getAccessibleText()));
  }

  /// Presses a button that may have been scrolled out of sight.
  private void fire(String name) {
    interact(
        () -> lookup((Node node) -> name.equals(node.getAccessibleText())).queryButton().fire());
  }

  private String clipboard() {
    return onWindow(() -> Clipboard.getSystemClipboard().getString());
  }

  @Test
  void showsEverythingThatMarkdownHas() {
    answer(ANSWER);
    assertThat(says("Picture, not loaded: a cat")).isTrue();
    assertThat(says("☑")).isTrue();
    assertThat(says("graph TD")).isTrue();
    moveTo("rate");
    interact(() -> Pictures.save(scene(), "markdown-light"));
    interact(() -> settings.change(now -> now.withLook(Look.DARK)));
    interact(() -> Pictures.save(scene(), "markdown-dark"));
  }

  @Test
  void leadsToAFootnoteAndBack() {
    answer("Words with a note[^1].\n\n" + "More.\n\n".repeat(60) + "[^1]: The note.");
    untilSays("The note.");
    press("Back to where footnote 1 is named");
    until(() -> inSight(".note-mark"));
    press("Footnote 1");
    until(() -> inSight(".note-back"));
    assertThat(onWindow(() -> scene().getFocusOwner().getStyleClass())).contains("note-back");
  }

  private boolean inSight(String query) {
    var list = lookup(".message-flow").query();
    var place = lookup(query).query();
    return list.localToScene(list.getBoundsInLocal())
        .contains(place.localToScene(place.getBoundsInLocal()));
  }

  @Test
  void copiesATableForOtherPrograms() {
    answer(ANSWER);
    press("Copy table as CSV");
    assertThat(clipboard()).isEqualTo("name,rate\r\na,1.5\r\n");
    press("Copy table as Markdown");
    assertThat(clipboard()).isEqualTo("| name | rate |\n|---|---:|\n| a | 1.5 |\n");
  }

  @Test
  void foldsLongCodeAndSavesAllOfIt() throws IOException {
    answer("```python\n" + LONG + "\n```");
    assertThat(says("line_24")).isTrue();
    assertThat(says("line_25")).isFalse();
    fire("Save code as a file");
    until(() -> Files.exists(folder.resolve("code.py")));
    assertThat(Files.readString(folder.resolve("code.py"))).isEqualTo(LONG + "\n");
    fire("Copy code");
    assertThat(clipboard()).isEqualTo(LONG);
    clickOn("Show all 60 lines");
    untilSays("line_59");
    interact(() -> lookup("Show fewer lines").queryButton().fire());
    until(() -> !says("line_59"));
  }

  @Test
  void breaksLongLinesOnlyIfThatIsWanted() {
    answer("```\n" + "word ".repeat(100) + "\n```");
    var before = onWindow(this::height);
    press("Break long lines, or do not");
    until(() -> height() > before * 1.8);
    press("Break long lines, or do not");
    until(() -> height() < before * 1.5);
  }

  private double height() {
    return lookup(".code-block").query().getBoundsInLocal().getHeight();
  }

  @Test
  void keepsWhereAReaderIsInLongLinesWhileCodeGrows() {
    var script =
        server.next(
            Script.says("```\n" + "x".repeat(300) + "\n", "y".repeat(600) + "\n", "```")
                .holdingAfter(1));
    ask("Why?");
    untilSays("xxx");
    interact(() -> {
      var bar = lookup(".code-lines .scroll-bar").<ScrollBar>query();
      bar.setValue(bar.getMax() / 2);
    });
    var before = onWindow(this::leftOfCode);
    script.go();
    untilSays("yyy");
    until(() -> shows(".message-footer:last .copy"));
    assertThat(onWindow(this::leftOfCode)).isBetween(before - 1, before + 1);
  }

  private double leftOfCode() {
    return lookup(".code-lines .selectable").query().localToScene(0, 0).getX();
  }
}
