package org.colloquy.desktop.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import javafx.geometry.NodeOrientation;
import javafx.scene.Node;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.colloquy.desktop.fake.Script;
import org.colloquy.desktop.settings.Look;
import org.colloquy.desktop.ui.parts.SelectableText;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DirectionWindowTest extends WindowTest {
  private static final String QUESTION = "ما عمق البئر؟";
  private static final String HEBREW = "הבאר עמוקה.";
  private static final String ANSWER =
      """
      %s

      يبلغ عمق البئر **أربعين** مترا، وتسمى Mill Well في الخرائط القديمة، وقد قيست آخر مرة سنة 1961.

      - بئر الطاحونة
      - بئر المدرسة

      The depth is $d = 40$ metres, called عمق.

      עומק $d = 40$ מטר.

      ```python
      # עומק
      depth = 40
      ```
      """
          .formatted(HEBREW);

  @BeforeEach
  void answer() {
    server.next(Script.says(ANSWER));
    interact(() -> lookup(".composer-area").<TextArea>query().setText(QUESTION));
    clickOn(".composer-area").push(KeyCode.ENTER);
    untilSays("depth");
    until(() -> shows(".message-footer:last .copy"));
  }

  private SelectableText saying(String words) {
    return onWindow(() ->
        lookup(".selectable").queryAll().stream()
            .map(SelectableText.class::cast)
            .filter(text -> text.content().contains(words))
            .findFirst()
            .orElseThrow());
  }

  private NodeOrientation orientation(String words) {
    return onWindow(() -> saying(words).getEffectiveNodeOrientation());
  }

  /// How far the letters are from both edges of what they stand in.
  private double[] gaps(String words) {
    return onWindow(() -> {
      var text = saying(words);
      var all = text.localToScene(text.getLayoutBounds());
      Node first = text.texts().getFirst();
      var letters = first.localToScene(first.getLayoutBounds());
      return new double[] {letters.getMinX() - all.getMinX(), all.getMaxX() - letters.getMaxX()};
    });
  }

  @Test
  void showsEachParagraphFromTheSideFromWhichItIsRead() {
    interact(() -> Pictures.save(scene(), "direction-light"));
    interact(() -> settings.change(now -> now.withLook(Look.DARK)));
    interact(() -> Pictures.save(scene(), "direction-dark"));
    assertThat(orientation(QUESTION)).isEqualTo(NodeOrientation.RIGHT_TO_LEFT);
    assertThat(orientation(HEBREW)).isEqualTo(NodeOrientation.RIGHT_TO_LEFT);
    assertThat(orientation("The depth")).isEqualTo(NodeOrientation.LEFT_TO_RIGHT);
    assertThat(orientation("depth = 40")).isEqualTo(NodeOrientation.LEFT_TO_RIGHT);
    assertThat(gaps(HEBREW)[0]).isGreaterThan(200);
    assertThat(gaps(HEBREW)[1]).isLessThan(4);
    assertThat(gaps("The depth")[0]).isLessThan(4);
  }

  @Test
  void selectsFromTheRight() {
    var text = saying(HEBREW);
    var words =
        onWindow(() -> {
          Node first = text.texts().getFirst();
          return first.localToScreen(first.getLayoutBounds());
        });
    moveTo(words.getMaxX() - 1, words.getCenterY());
    press(MouseButton.PRIMARY).moveTo(words.getCenterX(), words.getCenterY());
    release(MouseButton.PRIMARY);
    interact(() -> Pictures.save(scene(), "direction-selected"));
    double edge =
        onWindow(() -> {
          var ground = text.lookup(".selection");
          return ground.localToScreen(ground.getLayoutBounds()).getMaxX();
        });
    assertThat(edge).isCloseTo(words.getMaxX(), within(3.0));
    push(KeyCode.CONTROL, KeyCode.C);
    var copied = onWindow(() -> Clipboard.getSystemClipboard().getString());
    assertThat(HEBREW).startsWith(copied);
    assertThat(copied.length()).isBetween(2, HEBREW.length() - 2);
  }
}
