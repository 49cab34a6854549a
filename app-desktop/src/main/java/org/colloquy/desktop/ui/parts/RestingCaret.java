package org.colloquy.desktop.ui.parts;

import java.time.Duration;
import javafx.beans.value.ChangeListener;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.skin.TextInputControlSkin;
import javafx.scene.input.InputEvent;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.util.Subscription;
import org.colloquy.desktop.background.Background;

/// Lets the caret stand still when nobody has typed or clicked for a while. While it blinks, JavaFX
/// draws sixty frames a second.
public final class RestingCaret {
  /// As long as GTK lets it blink (`gtk-cursor-blink-timeout`).
  private static final Duration BLINKS = Duration.ofSeconds(10);

  private final Scene scene;
  private final Background background;
  private Background.Waiting waiting = () -> {};

  private RestingCaret(Scene scene, Background background) {
    this.scene = scene;
    this.background = background;
  }

  /// Looks after the carets of a window until this is unsubscribed.
  public static Subscription in(Scene scene, Background background) {
    var caret = new RestingCaret(scene, background);
    EventHandler<InputEvent> used = _ -> caret.wake();
    ChangeListener<Node> moved = (_, _, _) -> caret.wake();
    scene.addEventFilter(KeyEvent.KEY_PRESSED, used);
    scene.addEventFilter(MouseEvent.MOUSE_PRESSED, used);
    scene.focusOwnerProperty().addListener(moved);
    caret.wake();
    return () -> {
      scene.removeEventFilter(KeyEvent.KEY_PRESSED, used);
      scene.removeEventFilter(MouseEvent.MOUSE_PRESSED, used);
      scene.focusOwnerProperty().removeListener(moved);
      caret.waiting.callOff();
    };
  }

  /// A key, and the focus, let the caret blink by themselves.
  private void wake() {
    waiting.callOff();
    waiting = background.after(BLINKS, this::rest);
  }

  private void rest() {
    if (scene.getFocusOwner() instanceof TextInputControl field
        && field.getSkin() instanceof TextInputControlSkin<?> skin) {
      skin.setCaretAnimating(false);
    }
  }
}
