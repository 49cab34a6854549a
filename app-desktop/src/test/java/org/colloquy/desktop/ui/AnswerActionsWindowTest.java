package org.colloquy.desktop.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.colloquy.desktop.Samples;
import org.colloquy.desktop.fake.Script;
import org.colloquy.desktop.settings.Look;
import org.junit.jupiter.api.Test;

class AnswerActionsWindowTest extends WindowTest {
  @Override
  void prepare() {
    server.providers().add("Elsewhere", "large-model", "small-model");
    server
        .conversations()
        .add(
            "Stones",
            Instant.now(),
            List.of("Which stone?", "**Gneiss.** It is old.", "Show code.", Samples.ANSWER));
  }

  private void openStones() {
    untilSays("Stones");
    clickOn("Stones");
    untilSays("A screening test wants recall");
  }

  private String clipboard() {
    return onWindow(() -> Clipboard.getSystemClipboard().getString());
  }

  private String focusedRow() {
    return onWindow(() -> {
      var owner = scene().getFocusOwner();
      return owner.getStyleClass().contains("message-row") ? owner.getAccessibleText() : "";
    });
  }

  private void fire(String query) {
    interact(() -> lookup(query).queryButton().fire());
  }

  @Test
  void copiesWithFormatting() {
    server.next(Script.says("some **bold** words"));
    ask("Why?");
    until(() -> shows(".message-footer:last .copy-rich"));
    clickOn(".message-footer:last .copy-rich");
    assertThat(clipboard()).isEqualTo("some **bold** words");
    assertThat(onWindow(() -> Clipboard.getSystemClipboard().getHtml()))
        .contains("some <strong>bold</strong> words");
  }

  @Test
  void quotesTheWordsThatAreSelectedElseAllOfThem() {
    server.next(Script.says("one **two** three"));
    ask("Why?");
    until(() -> shows(".message-footer:last .quote-button"));
    doubleClickOn("two");
    clickOn(".message-footer:last .quote-button");
    var composer = lookup(".composer-area").queryTextInputControl();
    until(() -> composer.getText().equals("> two\n\n") && composer.isFocused());
    write("Why two?");
    assertThat(composer.getText()).isEqualTo("> two\n\nWhy two?");
    clickOn(".message-footer:last .quote-button");
    until(() -> composer.getText().endsWith("Why two?\n\n> one **two** three\n\n"));
  }

  @Test
  void answersWithAnotherModelOrAgent() {
    ask("Why?");
    untilSays("You said: Why?");
    until(() -> shows(".message-footer:last .answer-other"));
    clickOn(".message-footer:last .answer-other");
    untilInMenu("small-model (Elsewhere)");
    untilInMenu("Geologist");
    server.next(Script.says("from elsewhere"));
    clickOn("small-model (Elsewhere)");
    untilSays("from elsewhere");
    untilSays("2 / 2");
    until(() -> shows(".message-footer:last .answer-other"));
    server.next(Script.says("from a geologist"));
    clickOn(".message-footer:last .answer-other");
    untilInMenu("Geologist");
    clickOn("Geologist");
    untilSays("from a geologist");
    assertThat(text("#agentMenu")).isEqualTo("Geologist");
  }

  private void untilInMenu(String words) {
    until(() -> lookup(words).tryQuery().isPresent());
  }

  @Test
  void tellsWhatIsKnownOfAnAnswer() {
    openStones();
    until(() -> shows(".message-footer:last .answer-info-button"));
    fire(".message-footer:last .answer-info-button");
    untilSays("script-1");
    untilSays("Scripted");
    untilSays("no agent");
    untilSays("temperature 0.2 · at most 800 tokens · seed 20261103 · stops at END");
    untilSays("1,200 in · 130 out, counted here");
    untilSays("Of which cached");
    untilSays("1,024");
    untilSays("Of which reasoning");
    assertThat(says("Of which written to the cache")).isFalse();
    untilSays("$0.0043");
    untilSays("0.4 s");
    untilSays("1 min 3 s");
    untilSays("48.2 tokens a second");
    interact(() -> Pictures.save(scene(), "answer-info-light"));
    interact(() -> settings.change(now -> now.withLook(Look.DARK)));
    interact(() -> Pictures.save(scene(), "answer-info-dark"));
    fire(".message-footer:last .answer-info-button");
    until(() -> !says("no agent"));
  }

  @Test
  void asksForWhatIsKnownWhenSomebodyWantsToSeeItAndShowsWhatTheAnswerSaysItself() {
    openStones();
    until(() -> shows(".message-footer:last .answer-info-button"));
    assertThat(shows(".answer-info")).isFalse();
    assertThat(server.requests()).noneMatch(each -> each.contains("/answers/"));
    server.refuse("/answers/", 404, "{\"problem\":\"not-found\",\"what\":\"answer\"}");
    fire(".message-footer:last .answer-info-button");
    untilSays("not told by the provider");
    until(() -> server.requests().stream().anyMatch(each -> each.contains("/answers/")));
    assertThat(says("no agent")).isFalse();
  }

  @Test
  void copiesTheLastAnswerAndTheLastCodeByKeys() {
    openStones();
    push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.SEMICOLON);
    until(() -> clipboard().startsWith("def scores"));
    push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.C);
    until(() -> clipboard().equals(Samples.ANSWER));
  }

  @Test
  void goesFromMessageToMessageByKeys() {
    openStones();
    push(KeyCode.CONTROL, KeyCode.UP);
    until(() -> focusedRow().startsWith("Answer: Precision and recall"));
    push(KeyCode.CONTROL, KeyCode.UP);
    until(() -> focusedRow().equals("You: Show code."));
    push(KeyCode.CONTROL, KeyCode.UP);
    until(() -> focusedRow().startsWith("Answer: **Gneiss.**"));
    interact(() -> Pictures.save(scene(), "message-focused"));
    until(() -> shownFooters() == 2);
    push(KeyCode.CONTROL, KeyCode.UP);
    push(KeyCode.CONTROL, KeyCode.UP);
    until(() -> focusedRow().equals("You: Which stone?"));
    for (var i = 0; i < 4; i++) {
      push(KeyCode.CONTROL, KeyCode.DOWN);
    }
    until(() -> lookup(".composer-area").<Node>query().isFocused());
  }

  /// That of the message with the focus, and the last one's if it is in view.
  private long shownFooters() {
    return onWindow(() ->
        lookup(".message-footer").queryAll().stream()
            .filter(node -> node.isVisible() && node.getOpacity() > 0)
            .count());
  }
}
