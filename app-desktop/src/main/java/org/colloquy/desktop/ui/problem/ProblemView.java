package org.colloquy.desktop.ui.problem;

import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.colloquy.desktop.ui.parts.Copying;
import org.colloquy.desktop.ui.parts.Hiding;
import org.colloquy.desktop.ui.parts.Icon;

/// Fills the window when the server cannot start: why, and Quit.
public final class ProblemView {
  private final ProblemViewModel model;
  private Subscription bonds = Subscription.EMPTY;
  @FXML private VBox root;
  @FXML private Label sign;
  @FXML private Label sentence;
  @FXML private Label details;
  @FXML private Button copy;
  @FXML private Button quit;

  public ProblemView(ProblemViewModel model) {
    this.model = model;
  }

  @FXML
  private void initialize() {
    Hiding.whole(copy, details);
    sign.setGraphic(Icon.WARNING.node());
    bonds =
        Subscription.combine(
            model.sentence().subscribe(this::show), model.details().subscribe(details::setText));
  }

  private void show(String why) {
    sentence.setText(why);
    root.setVisible(!why.isEmpty());
    copy.setVisible(!model.details().get().isEmpty());
    details.setVisible(copy.isVisible());
    if (!why.isEmpty()) {
      quit.requestFocus();
    }
  }

  @FXML
  private void copy() {
    Copying.copy(sentence.getText() + "\n" + details.getText());
  }

  @FXML
  private void quit() {
    model.quit();
  }

  public void close() {
    bonds.unsubscribe();
  }
}
