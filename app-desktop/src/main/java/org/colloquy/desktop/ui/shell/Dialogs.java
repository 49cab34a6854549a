package org.colloquy.desktop.ui.shell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import javafx.fxml.FXMLLoader;
import javafx.geometry.Insets;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.colloquy.desktop.ui.parts.DialogView;
import org.colloquy.desktop.ui.shell.ShellViewModel.Dialog;

/// The dialogs that lie over the window. Each is made when it is opened for the first time: a start
/// needs none of them.
final class Dialogs {
  private static final String PLACE = "dialog-place";

  private final Function<String, FXMLLoader> loaders;
  private final Map<Dialog, Made> made = new EnumMap<>(Dialog.class);

  /// @param place what can be scrolled where the dialog is larger than the window
  private record Made(Region node, ScrollPane place, DialogView view) {}

  /// @param loaders loads the view of an FXML file, seen from this package
  Dialogs(Function<String, FXMLLoader> loaders) {
    this.loaders = loaders;
  }

  /// Shows this one alone.
  ///
  /// @param overlay where it lies
  /// @param left how far from the overlay's left edge it begins, if it does not lie in the middle
  void show(StackPane overlay, Dialog dialog, double left) {
    made.values().forEach(each -> each.place().setVisible(false));
    if (dialog != Dialog.NONE) {
      var shown = made.computeIfAbsent(dialog, _ -> make(overlay, dialog));
      StackPane.setMargin(shown.node(), new Insets(0, 0, 0, left));
      shown.place().setVisible(true);
      // Its content is in the window from here on, and can have the focus.
      shown.place().applyCss();
      shown.view().open();
    }
  }

  private Made make(StackPane overlay, Dialog dialog) {
    var loader = loaders.apply(file(dialog));
    try {
      Region node = loader.load();
      var place = place(node);
      overlay.getChildren().add(place);
      return new Made(node, place, loader.getController());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ScrollPane place(Region node) {
    var around = new StackPane(node);
    around.getStyleClass().add(PLACE);
    var place = new ScrollPane(around);
    place.getStyleClass().addAll("edge-to-edge", "dialog-scroll");
    place.setFitToWidth(true);
    place.setFitToHeight(true);
    place.setFocusTraversable(false);
    return place;
  }

  /// Whether this is what lies beside the dialogs.
  static boolean isBeside(Object node) {
    return node instanceof StackPane around && around.getStyleClass().contains(PLACE);
  }

  private static String file(Dialog dialog) {
    return switch (dialog) {
      case NONE -> throw new IllegalArgumentException("there is nothing to show");
      case MODELS -> "ModelPicker.fxml";
      case AGENTS -> "../agents/Agents.fxml";
      case PALETTE -> "Palette.fxml";
      case KEYBOARD -> "Keyboard.fxml";
      case SEARCH -> "../search/Search.fxml";
      case MEMORY -> "../memory/Memory.fxml";
      case CONVERSATION -> "../chat/Conversation.fxml";
      case COMPARE -> "../chat/Compare.fxml";
      case TOOLS -> "../tools/Tools.fxml";
      case READER -> "../reader/Reader.fxml";
      case BIBLIOGRAPHY -> "../bibliography/Bibliography.fxml";
      case EXPORT -> "../export/Export.fxml";
      case PROMPTS -> "../prompts/Prompts.fxml";
      case PROMPT_VALUES -> "../prompts/Values.fxml";
      case LIBRARY -> "../library/Library.fxml";
      case USAGE -> "../usage/Usage.fxml";
      case KEYS -> "../keys/Keys.fxml";
      case PRIVACY -> "../privacy/Privacy.fxml";
      case CONNECTION -> "../connection/Connection.fxml";
      case SHARES -> "../shares/Shares.fxml";
      case PEOPLE -> "../people/People.fxml";
      case SHARING -> "../sharing/Sharing.fxml";
      case WELCOME -> "Welcome.fxml";
      case SETTINGS -> "../settings/Settings.fxml";
    };
  }

  void close() {
    made.values().forEach(each -> each.view().close());
  }
}
