package org.colloquy.desktop.ui.connection;

import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;
import org.colloquy.desktop.text.Text;
import org.colloquy.desktop.ui.parts.DialogView;
import org.colloquy.desktop.ui.parts.FailureCard;
import org.colloquy.desktop.ui.parts.Hiding;

/// The dialog in which another server is chosen.
public final class ConnectionView implements DialogView {
  private final ConnectionViewModel model;
  private final Runnable done;
  private Subscription bonds = Subscription.EMPTY;
  @FXML private Label serverNow;
  @FXML private TextField serverAddress;
  @FXML private ToggleButton serverByToken;
  @FXML private ToggleButton serverByPassword;
  @FXML private Region tokenFields;
  @FXML private Region passwordFields;
  @FXML private PasswordField serverToken;
  @FXML private TextField serverName;
  @FXML private PasswordField serverPassword;
  @FXML private StackPane serverOutcome;
  @FXML private Button serverForget;
  @FXML private Button serverHome;
  @FXML private Button serverJoin;

  /// The dialog for this connection.
  ///
  /// @param done closes the dialog
  public ConnectionView(ConnectionViewModel model, Runnable done) {
    this.model = model;
    this.done = done;
  }

  @FXML
  private void initialize() {
    Hiding.whole(tokenFields, passwordFields, serverOutcome, serverHome);
    var ways = new ToggleGroup();
    ways.getToggles().setAll(serverByToken, serverByPassword);
    serverByToken.setOnAction(_ -> signInBy(serverByToken));
    serverByPassword.setOnAction(_ -> signInBy(serverByPassword));
    serverAddress.textProperty().bindBidirectional(model.address());
    serverToken.textProperty().bindBidirectional(model.token());
    serverName.textProperty().bindBidirectional(model.name());
    serverPassword.textProperty().bindBidirectional(model.password());
    serverJoin.disableProperty().bind(model.complete().not());
    serverForget.disableProperty().bind(model.address().isEmpty());
    bonds =
        Subscription.combine(
            model.byPassword().subscribe(this::showWay),
            model.link().subscribe(this::showLink),
            model.state().subscribe(this::showState));
  }

  private void signInBy(ToggleButton chosen) {
    chosen.setSelected(true);
    model.byPassword().set(chosen.equals(serverByPassword));
  }

  private void showWay(boolean byPassword) {
    serverByToken.setSelected(!byPassword);
    serverByPassword.setSelected(byPassword);
    tokenFields.setVisible(!byPassword);
    passwordFields.setVisible(byPassword);
  }

  private void showLink(Link link) {
    serverNow.setText(StatusView.words(link));
    serverHome.setVisible(!link.isOwn());
  }

  private void showState(JoinState state) {
    serverOutcome.getChildren().clear();
    switch (state) {
      case JoinState.Idle _ -> {}
      case JoinState.Working _ -> say(Text.of("connection.working"), "working");
      case JoinState.NoAddress _ -> say(Text.of("connection.address.bad"), "refused");
      case JoinState.Joined(var account) -> say(Text.of("connection.joined", account), "works");
      case JoinState.Fails(var why) -> serverOutcome.getChildren().add(FailureCard.plain(why));
    }
    serverOutcome.setVisible(!serverOutcome.getChildren().isEmpty());
  }

  private void say(String words, String style) {
    var label = new Label(words);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    label.getStyleClass().addAll("outcome", style);
    serverOutcome.getChildren().add(label);
  }

  @Override
  public void open() {
    serverAddress.requestFocus();
  }

  @FXML
  private void join() {
    model.join();
  }

  @FXML
  private void goHome() {
    model.goHome();
  }

  @FXML
  private void forget() {
    model.forget();
  }

  @FXML
  private void done() {
    done.run();
  }

  @Override
  public void close() {
    bonds.unsubscribe();
    serverAddress.textProperty().unbindBidirectional(model.address());
    serverToken.textProperty().unbindBidirectional(model.token());
    serverName.textProperty().unbindBidirectional(model.name());
    serverPassword.textProperty().unbindBidirectional(model.password());
    serverJoin.disableProperty().unbind();
    serverForget.disableProperty().unbind();
  }
}
