package org.colloquy.desktop.ui.connection;

import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.util.Subscription;
import org.colloquy.desktop.client.Contact;
import org.colloquy.desktop.text.Text;
import org.colloquy.desktop.ui.parts.Hiding;

/// The line that tells which server the window shows, and whether it answers.
public final class StatusView {
  private static final PseudoClass LOST = PseudoClass.getPseudoClass("lost");

  private final ConnectionViewModel model;
  private final Runnable open;
  private Subscription bonds = Subscription.EMPTY;
  @FXML private Button connection;
  @FXML private Button connectionHome;

  /// The line for this connection.
  ///
  /// @param open shows the dialog in which another one is chosen
  public StatusView(ConnectionViewModel model, Runnable open) {
    this.model = model;
    this.open = open;
  }

  @FXML
  private void initialize() {
    Hiding.whole(connectionHome);
    bonds = model.link().subscribe(this::show);
  }

  private void show(Link link) {
    connection.setText(words(link));
    connection.setAccessibleText(Text.of("connection.title") + ": " + connection.getText());
    connection.pseudoClassStateChanged(LOST, link.contact() != Contact.THERE);
    connectionHome.setVisible(!link.isOwn());
  }

  static String words(Link link) {
    return switch (link.contact()) {
      case THERE ->
          link.isOwn() ? Text.of("connection.own") : Text.of("connection.other", link.host());
      case LOST ->
          link.isOwn() ? Text.of("connection.lost") : Text.of("connection.lost.other", link.host());
      case STOPPED -> Text.of("connection.stopped", link.host());
    };
  }

  @FXML
  private void open() {
    open.run();
  }

  @FXML
  private void goHome() {
    model.goHome();
  }

  /// Lets go of everything; the window closes.
  public void close() {
    bonds.unsubscribe();
  }
}
