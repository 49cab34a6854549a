package org.colloquy.desktop.ui.sharing;

import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.util.Subscription;
import org.colloquy.desktop.client.Sharing;
import org.colloquy.desktop.text.Text;
import org.colloquy.desktop.ui.parts.Hiding;
import org.jspecify.annotations.Nullable;

/// The place in the line below that tells whether others reach this server. It is there for those
/// who may change that.
public final class SharedView {
  private static final PseudoClass ON = PseudoClass.getPseudoClass("on");

  private final SharingViewModel model;
  private final Runnable open;
  private Subscription bonds = Subscription.EMPTY;
  @FXML private Button shared;

  /// @param open shows the dialog in which that is changed
  public SharedView(SharingViewModel model, Runnable open) {
    this.model = model;
    this.open = open;
  }

  @FXML
  private void initialize() {
    Hiding.whole(shared);
    bonds = model.sharing().subscribe(this::show);
  }

  private void show(@Nullable Sharing sharing) {
    shared.setVisible(sharing != null);
    boolean on = sharing != null && sharing.on();
    shared.pseudoClassStateChanged(ON, on);
    shared.setText(
        sharing != null && on ? Text.of("sharing.now", sharing.name()) : Text.of("sharing.title"));
  }

  @FXML
  private void open() {
    open.run();
  }

  /// Lets go of everything; the window closes.
  public void close() {
    bonds.unsubscribe();
  }
}
