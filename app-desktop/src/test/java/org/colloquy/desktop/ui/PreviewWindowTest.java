package org.colloquy.desktop.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ListCell;
import javafx.scene.input.KeyCode;
import org.colloquy.desktop.settings.Look;
import org.junit.jupiter.api.Test;

class PreviewWindowTest extends WindowTest {
  private static final String CARD = ".history-preview";
  private static final String QUESTION = "Last question: Which wells are deeper than forty metres?";

  @Override
  void prepare() {
    var said =
        List.of(
            "How many wells are there?",
            "Seven.",
            "Which wells are deeper than forty metres?",
            "## Deep wells\n\n**Three of them**: the well at the mill, the one in the quarry, and"
                + " the old one behind the school, which nobody has measured since 1961.");
    server.conversations().add("Survey of wells", Instant.now(), said);
    server.conversations().add("Field notes", Instant.now(), List.of("Notes?", "None."));
  }

  private ListCell<?> cell(String title) {
    Node node = lookup(".history-line .label").match((Node one) -> text(one).equals(title)).query();
    while (!(node instanceof ListCell<?>)) {
      node = node.getParent();
    }
    return (ListCell<?>) node;
  }

  private void untilGone() {
    until(() -> lookup(CARD).tryQuery().isEmpty());
  }

  private void picture(Look look, String name) {
    interact(() -> settings.change(now -> now.withLook(look)));
    moveTo("Field notes").moveTo("Survey of wells");
    untilSays(QUESTION);
    interact(() -> Pictures.save(lookup(CARD).query().getScene(), name));
  }

  @Test
  void showsWhatWasSaidLastWhileThePointerRests() {
    untilSays("Survey of wells");
    clickOn(".composer-area");
    moveTo("Survey of wells");
    untilSays(QUESTION);
    assertThat(says("Answer: Deep wells: Three of them: the well at the mill")).isTrue();
    assertThat(onWindow(() -> lookup(".composer-area").query().isFocused())).isTrue();
    var card = onWindow(() -> lookup(CARD).query().getScene().getWindow());
    var cell = onWindow(() -> cell("Survey of wells"));
    double edge = onWindow(() -> cell.localToScreen(cell.getLayoutBounds()).getMaxX());
    assertThat(onWindow(card::getX)).isGreaterThanOrEqualTo(edge - 16);
    assertThat(onWindow(card::getHeight)).isBetween(80.0, 300.0);
    moveTo(".composer-area");
    untilGone();
    picture(Look.LIGHT, "preview-light");
    picture(Look.DARK, "preview-dark");
  }

  @Test
  void goesAtAClickAndAtAKey() {
    untilSays("Survey of wells");
    moveTo("Survey of wells");
    untilSays(QUESTION);
    clickOn("Survey of wells");
    untilGone();
    moveTo("Field notes");
    untilSays("Last question: Notes?");
    interact(() -> lookup("#list").query().requestFocus());
    push(KeyCode.DOWN);
    untilGone();
  }

  @Test
  void tellsTheSameToPeopleWhoUseTheKeyboard() {
    untilSays("Survey of wells");
    clickOn(".composer-area");
    interact(() -> lookup("#list").query().requestFocus());
    push(KeyCode.HOME).push(KeyCode.DOWN).push(KeyCode.DOWN);
    until(() -> help().contains("Last question: "));
    assertThat(lookup(CARD).tryQuery()).isEmpty();
  }

  private String help() {
    return cell("Survey of wells").getAccessibleHelp() + cell("Field notes").getAccessibleHelp();
  }
}
