package org.colloquy.desktop.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import org.colloquy.desktop.settings.Look;
import org.colloquy.desktop.ui.shell.Shortcut;
import org.colloquy.desktop.ui.shell.Shortcuts;
import org.junit.jupiter.api.Test;

class KeyboardWindowTest extends WindowTest {
  private String keys(Shortcut shortcut) {
    return onWindow(() -> ((Labeled) lookup("#keys" + shortcut).query()).getText());
  }

  private void change(Shortcut shortcut, KeyCode... keys) {
    interact(() -> lookup("#keys" + shortcut).queryButton().requestFocus());
    interact(() -> lookup("#keys" + shortcut).queryButton().fire());
    until(() -> keys(shortcut).equals("Press keys…"));
    push(keys);
  }

  @Test
  void showsAllKeysAndIsOpenedByTwo() {
    push(KeyCode.F1);
    untilSays("Keyboard shortcuts");
    assertThat(keys(Shortcut.NEW_CHAT)).isEqualTo("Ctrl+N");
    assertThat(keys(Shortcut.USAGE)).isEqualTo("none");
    interact(() -> Pictures.save(scene(), "keyboard-light"));
    interact(() -> settings.change(now -> now.withLook(Look.DARK)));
    interact(() -> lookup("#keyboardScroll").<ScrollPane>query().setVvalue(1));
    interact(() -> Pictures.save(scene(), "keyboard-dark"));
    push(KeyCode.CONTROL, KeyCode.SLASH);
    until(() -> !shows("#keyboardOn"));
  }

  @Test
  void givesOtherKeysThatWorkAtOnce() {
    push(KeyCode.F1);
    until(() -> shows("#keyboardOn"));
    change(Shortcut.SIDEBAR, KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.H);
    until(() -> keys(Shortcut.SIDEBAR).equals("Ctrl+Shift+H"));
    push(KeyCode.ESCAPE);
    push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.H);
    until(() -> !shows(".history"));
    push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.S);
    push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.H);
    until(() -> shows(".history"));
    push(KeyCode.F1);
    until(() -> shows("#keyboardOn"));
    interact(() -> lookup("#keyboardReset").queryButton().fire());
    until(() -> keys(Shortcut.SIDEBAR).equals("Ctrl+Shift+S"));
  }

  @Test
  void tellsWhatHasTheKeysAlready() {
    push(KeyCode.F1);
    until(() -> shows("#keyboardOn"));
    change(Shortcut.SIDEBAR, KeyCode.CONTROL, KeyCode.N);
    untilSays("Ctrl+N is taken: New conversation");
    interact(() -> Pictures.save(scene(), "keyboard-taken"));
    assertThat(keys(Shortcut.SIDEBAR)).isEqualTo("Ctrl+Shift+S");
    change(Shortcut.SIDEBAR, KeyCode.ESCAPE);
    until(() -> keys(Shortcut.SIDEBAR).equals("Ctrl+Shift+S"));
    change(Shortcut.SIDEBAR, KeyCode.BACK_SPACE);
    until(() -> keys(Shortcut.SIDEBAR).equals("none"));
  }

  @Test
  void leavesAllKeysAloneWhenTheyAreTurnedOff() {
    push(KeyCode.F1);
    until(() -> shows("#keyboardOn"));
    clickOn("#keyboardOn");
    until(() -> settings.get().navigation().shortcutsOff());
    push(KeyCode.ESCAPE);
    until(() -> !shows("#keyboardOn"));
    push(KeyCode.CONTROL, KeyCode.COMMA).push(KeyCode.CONTROL, KeyCode.K);
    assertThat(shows("#paletteWords")).isFalse();
    push(KeyCode.F1);
    until(() -> shows("#keyboardOn"));
  }

  @Test
  void nothingHasTheKeysOfSomethingElse() {
    var shortcuts = new Shortcuts(settings);
    var all =
        onWindow(() ->
            Stream.of(Shortcut.values())
                .map(shortcuts::words)
                .filter(words -> !words.isEmpty())
                .flatMap(words -> Stream.of(words.split("  ", -1)))
                .toList());
    assertThat(new ArrayList<>(new HashSet<>(all))).hasSameSizeAs(List.copyOf(all));
  }
}
