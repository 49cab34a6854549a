package org.colloquy.desktop.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.colloquy.desktop.Samples;
import org.colloquy.desktop.fake.Script;
import org.colloquy.desktop.settings.Language;
import org.colloquy.desktop.settings.Look;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShellWindowTest extends WindowTest {
  @Override
  void prepare() {
    server.conversations().add("A talk", Instant.now(), List.of("question", "reply"));
  }

  @Test
  void isReadyToWriteFromTheStart() {
    untilSays("Colloquy built-in is ready");
    assertThat(says("What you write stays on this computer.")).isTrue();
    until(() -> scene().getFocusOwner() instanceof TextInputControl);
    write("hello");
    assertThat(lookup(".composer-area").queryTextInputControl().getText()).isEqualTo("hello");
  }

  @Test
  void obeysTheKeysEverywhere() {
    untilSays("A talk");
    clickOn("A talk");
    untilSays("reply");
    push(KeyCode.CONTROL, KeyCode.N);
    until(() -> shows(".empty"));
    push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.S);
    until(() -> !shows(".history"));
    push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.S);
    until(() -> shows(".history"));
    push(KeyCode.CONTROL, KeyCode.COMMA);
    untilSays("Appearance");
    push(KeyCode.ESCAPE);
    until(() -> !says("Appearance"));
    push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.M);
    until(() -> shows(".model-picker"));
    push(KeyCode.SHIFT, KeyCode.ESCAPE);
    until(() -> !shows(".model-picker"));
    until(() -> scene().getFocusOwner().getStyleClass().contains("composer-area"));
  }

  @Test
  void movesTheFocusFromTheSidebarToTheMessagesToTheComposer() {
    clickOn("A talk");
    untilSays("reply");
    var order = new ArrayList<Integer>();
    interact(() -> lookup("#search").query().requestFocus());
    for (var i = 0; i < 200 && !order.contains(4); i++) {
      push(KeyCode.TAB);
      var area = area(onWindow(() -> scene().getFocusOwner()));
      if (order.isEmpty() || order.getLast() != area) {
        order.add(area);
      }
    }
    assertThat(order).startsWith(1, 2, 3, 4);
  }

  /// Sidebar, header, messages, composer.
  private static int area(Node focused) {
    var styles = List.of("history", "shell-header", "message-flow", "composer");
    for (Node each = focused; each != null; each = each.getParent()) {
      for (var style : styles) {
        if (each.getStyleClass().contains(style)) {
          return styles.indexOf(style) + 1;
        }
      }
    }
    return 0;
  }

  @Test
  void speaksAnotherLanguageAtOnceAndKeepsWhatIsThere() {
    clickOn("A talk");
    untilSays("reply");
    interact(() -> settings.change(now -> now.withLanguage(Language.GERMAN)));
    untilSays("Heute");
    untilSays("reply");
    clickOn("#settingsButton");
    untilSays("Aussehen");
    clickOn("Dunkel");
    assertThat(settings.get().look()).isEqualTo(Look.DARK);
  }

  @ParameterizedTest
  @CsvSource({"FRENCH, Langue", "SPANISH, Idioma", "NORWEGIAN, Språk", "CHINESE, 语言"})
  void speaksEveryLanguage(Language language, String word) {
    clickOn("A talk");
    untilSays("reply");
    interact(() -> settings.change(now -> now.withLanguage(language)));
    until(() -> shows("#settingsButton"));
    clickOn("#settingsButton");
    untilSays(word);
    interact(() -> Pictures.save(scene(), "language-" + language.name().toLowerCase(Locale.ROOT)));
  }

  @Test
  void fitsIntoASmallWindow() {
    interact(() -> {
      window.stage().setWidth(900);
      window.stage().setHeight(600);
    });
    server.next(Script.says(Samples.ANSWER));
    ask("Why?");
    untilSays("Recall is 8 / 10");
    var composer = lookup(".composer").query();
    assertThat(onWindow(() -> composer.localToScene(composer.getBoundsInLocal()).getMaxY()))
        .isLessThanOrEqualTo(600);
  }
}
