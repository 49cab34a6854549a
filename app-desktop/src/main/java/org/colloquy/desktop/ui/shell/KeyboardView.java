package org.colloquy.desktop.ui.shell;

import java.util.EnumMap;
import java.util.Map;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.colloquy.desktop.text.Text;
import org.colloquy.desktop.ui.parts.DialogView;
import org.colloquy.desktop.ui.parts.Hiding;
import org.jspecify.annotations.Nullable;

/// All shortcuts, and the way to give them other keys. The keys are a button: pressed, it waits for
/// new ones; Backspace takes them away, Esc leaves them.
public final class KeyboardView implements DialogView {
  private final Shortcuts shortcuts;
  private final Runnable done;
  private final Map<Shortcut, Button> buttons = new EnumMap<>(Shortcut.class);
  private Subscription bonds = Subscription.EMPTY;
  private @Nullable Shortcut asking;
  @FXML private VBox keyboardRows;
  @FXML private CheckBox keyboardOn;
  @FXML private Label keyboardTaken;

  /// @param done closes the dialog
  public KeyboardView(Shortcuts shortcuts, Runnable done) {
    this.shortcuts = shortcuts;
    this.done = done;
  }

  @FXML
  private void initialize() {
    Hiding.whole(keyboardTaken);
    for (var area : Shortcut.Area.values()) {
      var heading = new Label(name(area));
      heading.getStyleClass().add("keyboard-heading");
      keyboardRows.getChildren().add(heading);
      for (var shortcut : Shortcut.values()) {
        if (shortcut.area() == area) {
          keyboardRows.getChildren().add(row(shortcut));
        }
      }
    }
    keyboardOn.setOnAction(_ -> shortcuts.turnOn(keyboardOn.isSelected()));
    bonds = shortcuts.settings().property().subscribe(_ -> show());
  }

  private static String name(Shortcut.Area area) {
    return switch (area) {
      case CONVERSATIONS -> Text.of("search.conversations");
      case CHAT -> Text.of("keyboard.chat");
      case WINDOW -> Text.of("keyboard.window");
    };
  }

  private Node row(Shortcut shortcut) {
    var name = new Label(Text.of(shortcut.text()));
    name.setWrapText(true);
    name.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(name, Priority.ALWAYS);
    var keys = new Button();
    keys.setId("keys" + shortcut.name());
    keys.getStyleClass().addAll("small", "keyboard-keys");
    keys.setMinWidth(Region.USE_PREF_SIZE);
    keys.setOnAction(_ -> ask(shortcut));
    keys.addEventFilter(KeyEvent.KEY_PRESSED, event -> take(shortcut, event));
    keys.focusedProperty()
        .addListener((_, _, focused) -> {
          if (!focused && asking == shortcut) {
            stopAsking();
          }
        });
    buttons.put(shortcut, keys);
    var line = new HBox(name, keys);
    line.getStyleClass().add("panel-line");
    return line;
  }

  private void show() {
    keyboardOn.setSelected(shortcuts.on());
    buttons.forEach(this::show);
  }

  private void show(Shortcut shortcut, Button button) {
    var keys = shortcuts.words(shortcut);
    var words = keys.isEmpty() ? Text.of("keyboard.none") : keys;
    button.setText(shortcut == asking ? Text.of("keyboard.press") : words);
    button.setDisable(!shortcuts.on());
    button.setAccessibleText(
        Text.of("keyboard.change", Text.of(shortcut.text()), button.getText()));
    button.pseudoClassStateChanged(
        javafx.css.PseudoClass.getPseudoClass("changed"), shortcuts.changed(shortcut));
  }

  private void ask(Shortcut shortcut) {
    keyboardTaken.setVisible(false);
    asking = shortcut;
    shortcuts.pause(true);
    show();
  }

  private void stopAsking() {
    asking = null;
    shortcuts.pause(false);
    show();
  }

  private void take(Shortcut shortcut, KeyEvent event) {
    if (asking != shortcut) {
      return;
    }
    event.consume();
    var pressed = Shortcuts.pressed(event);
    if (pressed.isPresent()) {
      shortcuts.set(shortcut, pressed.get(), this::tellTaken);
      stopAsking();
    } else if (event.getCode() == KeyCode.BACK_SPACE) {
      shortcuts.clear(shortcut);
      stopAsking();
    } else if (event.getCode() == KeyCode.ESCAPE) {
      stopAsking();
    }
  }

  private void tellTaken(Shortcut other) {
    keyboardTaken.setText(Text.of("keyboard.taken", shortcuts.words(other), Text.of(other.text())));
    keyboardTaken.setVisible(true);
  }

  @FXML
  private void reset() {
    keyboardTaken.setVisible(false);
    shortcuts.reset();
  }

  @Override
  public void open() {
    keyboardTaken.setVisible(false);
    keyboardOn.requestFocus();
  }

  @FXML
  private void done() {
    done.run();
  }

  @Override
  public void close() {
    shortcuts.pause(false);
    bonds.unsubscribe();
  }
}
