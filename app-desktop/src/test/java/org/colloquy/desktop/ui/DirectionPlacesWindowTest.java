package org.colloquy.desktop.ui;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.geometry.NodeOrientation;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import org.colloquy.desktop.fake.Script;
import org.colloquy.desktop.settings.Look;
import org.colloquy.desktop.ui.parts.SelectableText;
import org.junit.jupiter.api.Test;

/// What is read from right to left, around the messages and in what frames their words.
class DirectionPlacesWindowTest extends WindowTest {
  private static final String QUESTION = "ما عمق البئر؟";
  private static final String ANSWER =
      """
      > عمق البئر أربعون مترا.

      | البئر | العمق |
      |---|---|
      | الطاحونة | 40 |
      | المدرسة | 12 |

      > The bar of this one is on the left.
      """;

  private void ask() {
    server.next(Script.says(ANSWER));
    interact(() -> lookup(".composer-area").<TextArea>query().setText(QUESTION));
    clickOn(".composer-area").push(KeyCode.ENTER);
    untilSays("on the left");
    until(() -> shows(".message-footer:last .copy"));
  }

  private NodeOrientation orientation(Node node) {
    return onWindow(node::getEffectiveNodeOrientation);
  }

  private Node quote(int place) {
    return onWindow(() ->
        lookup(".quote").queryAll().stream()
            .sorted((one, other) -> Double.compare(top(one), top(other)))
            .toList()
            .get(place));
  }

  private static double top(Node node) {
    return node.localToScene(node.getLayoutBounds()).getMinY();
  }

  private double left(String words) {
    return onWindow(() ->
        lookup(".table .selectable").queryAll().stream()
            .filter(node -> node instanceof SelectableText text && text.content().equals(words))
            .map(node -> node.localToScene(node.getLayoutBounds()).getMinX())
            .findFirst()
            .orElseThrow());
  }

  @Test
  void putsTheBarOfAQuoteAndTheFirstColumnOfATableWhereTheirWordsBegin() {
    ask();
    interact(() -> Pictures.save(scene(), "direction-places-light"));
    interact(() -> settings.change(now -> now.withLook(Look.DARK)));
    interact(() -> Pictures.save(scene(), "direction-places-dark"));

    assertThat(orientation(quote(0))).isEqualTo(NodeOrientation.RIGHT_TO_LEFT);
    assertThat(orientation(quote(1))).isEqualTo(NodeOrientation.LEFT_TO_RIGHT);
    assertThat(left("الطاحونة")).isGreaterThan(left("40"));
  }

  @Test
  void writesAQuestionFromTheSideOfItsFirstLetter() {
    var area = onWindow(() -> lookup(".composer-area").<TextArea>query());
    assertThat(orientation(area)).isEqualTo(NodeOrientation.LEFT_TO_RIGHT);
    clickOn(area);
    interact(() -> area.insertText(0, QUESTION + " (Mill Well)"));
    interact(() -> Pictures.save(scene(), "direction-composer-light"));
    assertThat(orientation(area)).isEqualTo(NodeOrientation.RIGHT_TO_LEFT);

    interact(() -> area.setText("Mill Well عمق"));
    assertThat(orientation(area)).isEqualTo(NodeOrientation.LEFT_TO_RIGHT);
  }

  @Test
  void listsAConversationFromTheSideOfItsTitle() {
    ask();
    until(() -> shows(".history-line"));
    var title =
        onWindow(() ->
            lookup(".history-line .label").queryAll().stream()
                .map(Label.class::cast)
                .filter(label -> label.getText().contains("البئر"))
                .findFirst()
                .orElseThrow());
    assertThat(orientation(title)).isEqualTo(NodeOrientation.RIGHT_TO_LEFT);
  }
}
