package org.colloquy.desktop;

import java.io.IOException;
import java.io.UncheckedIOException;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import javafx.util.Subscription;
import org.colloquy.desktop.background.Background;
import org.colloquy.desktop.settings.LiveSettings;
import org.colloquy.desktop.text.Text;
import org.colloquy.desktop.theme.Theme;
import org.colloquy.desktop.ui.chat.QuickAskView;
import org.colloquy.desktop.ui.parts.RestingCaret;
import org.jspecify.annotations.Nullable;

/// A small window before all others, to ask something without leaving what one is at. It costs
/// nothing until it is opened.
public final class QuickWindow {
  private static final double WIDTH = 560;

  private final Wiring wiring;
  private final LiveSettings settings;
  private final Background background;
  private final BooleanBinding silent;
  private @Nullable Stage stage;
  private @Nullable QuickAskView view;
  private Subscription bonds = Subscription.EMPTY;

  /// A window that is not shown yet. It opens when somebody wants to ask quickly.
  ///
  /// @param raise brings the main window before all others
  public QuickWindow(Wiring wiring, LiveSettings settings, Background background, Runnable raise) {
    this.wiring = wiring;
    this.settings = settings;
    this.background = background;
    this.silent = Bindings.isEmpty(wiring.quick().chat().messages());
    wiring.shell().whenQuickAskWanted(this::open);
    wiring
        .quick()
        .whenWindowWanted(() -> {
          close();
          raise.run();
        });
  }

  /// The window, while it is shown.
  public @Nullable Stage stage() {
    return stage;
  }

  /// Whether the person looks at it, or has its answer in the main window.
  public boolean isWatched() {
    return wiring.quick().handedOn() || (stage != null && stage.isFocused());
  }

  /// Shows it, in the program's language of now.
  public void open() {
    var shown = stage == null ? show() : stage;
    shown.toFront();
    shown.requestFocus();
    if (view != null) {
      view.focus();
    }
  }

  private Stage show() {
    wiring.quick().open();
    var scene = new Scene(content(), WIDTH, Region.USE_COMPUTED_SIZE);
    var made = new Stage();
    stage = made;
    made.setTitle(Text.of("quick.title") + " – Colloquy");
    made.setAlwaysOnTop(true);
    made.setScene(scene);
    made.setOnHidden(_ -> close());
    scene.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    var theme = new Theme(settings);
    bonds =
        Subscription.combine(
            theme.dress(scene),
            theme::close,
            RestingCaret.in(scene, background),
            silent.subscribe(this::grow));
    made.show();
    return made;
  }

  /// Makes room for the first answer, unless the person did.
  private void grow(boolean empty) {
    if (!empty) {
      Platform.runLater(() -> {
        var open = stage;
        if (open != null
            && open.getScene().getHeight() < open.getScene().getRoot().prefHeight(WIDTH)) {
          open.sizeToScene();
        }
      });
    }
  }

  private Parent content() {
    var loader = wiring.loader("../chat/QuickAsk.fxml");
    try {
      Parent root = loader.load();
      view = loader.getController();
      return root;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void key(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE) {
      event.consume();
      close();
    }
  }

  /// Closes it. An answer that is being given goes on.
  public void close() {
    var open = stage;
    stage = null;
    if (open != null) {
      bonds.unsubscribe();
      open.hide();
    }
    if (view != null) {
      view.close();
      view = null;
    }
  }
}
