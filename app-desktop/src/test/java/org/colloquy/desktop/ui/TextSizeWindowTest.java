package org.colloquy.desktop.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import org.colloquy.desktop.Samples;
import org.colloquy.desktop.settings.Look;
import org.colloquy.desktop.ui.shell.ShellViewModel.Dialog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Text can be twice as large, in a small window too.
class TextSizeWindowTest extends WindowTest {
  @Override
  void prepare() {
    server
        .conversations()
        .add("Cells and their walls", Instant.now(), List.of("Which walls?", Samples.ANSWER));
    server.conversations().folders().add("Thesis");
  }

  private double letters(String query) {
    return onWindow(() -> lookup(query).queryLabeled().getFont().getSize());
  }

  private void resize(int percent) {
    interact(() -> {
      window.stage().setWidth(900);
      window.stage().setHeight(600);
      settings.change(now -> now.withTextSize(percent));
    });
    until(() -> scene().getWidth() <= 900);
  }

  private void openConversation() {
    untilSays("Cells and their walls");
    clickOn("Cells and their walls");
    untilSays("Recall is 8 / 10");
  }

  @Test
  void keysMakeTextLargerAndSmaller() {
    var usual = letters("#modelButton");
    push(KeyCode.CONTROL, KeyCode.EQUALS);
    until(() -> settings.get().textSize() == 110);
    until(() -> Math.abs(letters("#modelButton") - usual * 1.1) < 0.1);
    push(KeyCode.CONTROL, KeyCode.PLUS);
    until(() -> settings.get().textSize() == 125);
    push(KeyCode.CONTROL, KeyCode.MINUS);
    until(() -> settings.get().textSize() == 110);
    push(KeyCode.CONTROL, KeyCode.DIGIT0);
    until(() -> settings.get().textSize() == 100);
    until(() -> Math.abs(letters("#modelButton") - usual) < 0.1);
  }

  @Test
  void aSmallWindowIsUsableWithTextTwiceAsLarge() {
    openConversation();
    resize(100);
    interact(() -> Pictures.save(scene(), "text-100"));
    resize(200);
    until(() -> letters("#modelButton") > 25);
    for (var each : List.of(".composer-area", ".send", "#settingsButton", "#modelButton")) {
      assertThat(inWindow(each)).as(each).isTrue();
    }
    interact(() -> Pictures.save(scene(), "text-200"));
    assertThat(onWindow(() -> lookup("#modelButton").queryButton().getWidth())).isGreaterThan(100);
    interact(() -> settings.change(now -> now.withLook(Look.DARK).withSidebarShown(false)));
    interact(() -> Pictures.save(scene(), "text-200-dark"));
    ask("More?");
    untilSays("More?");
  }

  private boolean inWindow(String query) {
    return onWindow(() -> {
      Bounds bounds = inScene(lookup(query).query());
      return bounds.getMinX() >= 0
          && bounds.getMinY() >= 0
          && bounds.getMaxX() <= scene().getWidth()
          && bounds.getMaxY() <= scene().getHeight();
    });
  }

  private static Bounds inScene(Node node) {
    return node.localToScene(node.getLayoutBounds());
  }

  @ParameterizedTest
  @EnumSource(value = Dialog.class, mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void allOfADialogCanBeReachedInASmallWindow(Dialog dialog) {
    openConversation();
    for (var percent : List.of(100, 200)) {
      resize(percent);
      interact(() -> wiring.shell().dialog().set(dialog));
      until(() -> shows(".dialog-place > .panel"));
      interact(() -> scene().getRoot().layout());
      interact(() -> Pictures.save(scene(), "text-" + percent + "-" + dialog));
      assertThat(cutOff()).as("at " + percent).isEmpty();
      interact(() -> wiring.shell().dialog().set(Dialog.NONE));
    }
  }

  /// Dialogs that are larger than what can be scrolled to.
  private List<String> cutOff() {
    return onWindow(() ->
        lookup(".dialog-place").queryAll().stream()
            .filter(node -> node.getParent().getParent().getParent().isVisible())
            .map(Region.class::cast)
            .filter(place ->
                place.getChildrenUnmodifiable().stream()
                    .map(Region.class::cast)
                    .anyMatch(panel -> larger(panel, place)))
            .map(Node::toString)
            .toList());
  }

  private static boolean larger(Region panel, Region place) {
    return panel.getWidth() > place.getWidth() + 1
        || panel.getHeight() > place.getHeight() + 1
        || panel.getHeight() + 1 < panel.minHeight(panel.getWidth());
  }
}
