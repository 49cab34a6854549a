package org.colloquy.desktop.ui.connection;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;
import org.colloquy.desktop.client.Contact;
import org.colloquy.desktop.text.Text;
import org.colloquy.desktop.ui.parts.DialogView;
import org.colloquy.desktop.ui.parts.FailureCard;
import org.colloquy.desktop.ui.parts.Hiding;
import org.colloquy.model.Fingerprint;

/// The dialog in which another server is chosen.
public final class ConnectionView implements DialogView {
  private final ConnectionViewModel model;
  private final FoundServers found;
  private final JoinForm form;
  private final Runnable done;
  private Subscription bonds = Subscription.EMPTY;
  @FXML private Label serverNow;
  @FXML private TextField serverAddress;
  @FXML private ToggleButton serverByToken;
  @FXML private ToggleButton serverByPassword;
  @FXML private Label serverTarget;
  @FXML private Region addressFields;
  @FXML private Region foundFields;
  @FXML private Pane foundServers;
  @FXML private Region joinWays;
  @FXML private Region tokenFields;
  @FXML private Region passwordFields;
  @FXML private Button serverReset;
  @FXML private Region codeFields;
  @FXML private TextField serverCode;
  @FXML private Label passwordLabel;
  @FXML private PasswordField serverToken;
  @FXML private TextField serverName;
  @FXML private PasswordField serverPassword;
  @FXML private Label passwordHint;
  @FXML private StackPane serverOutcome;
  @FXML private Button serverForget;
  @FXML private Button serverHome;
  @FXML private Button serverJoin;

  /// The dialog for this connection.
  ///
  /// @param found the servers on the network
  /// @param done closes the dialog
  public ConnectionView(ConnectionViewModel model, FoundServers found, Runnable done) {
    this.model = model;
    this.found = found;
    this.form = model.form();
    this.done = done;
  }

  @FXML
  private void initialize() {
    Hiding.whole(addressFields, serverTarget, joinWays, tokenFields, passwordFields);
    Hiding.whole(foundFields, serverOutcome, serverHome, serverJoin);
    Hiding.whole(serverByToken, serverByPassword, codeFields);
    var ways = new ToggleGroup();
    ways.getToggles().setAll(serverByToken, serverByPassword);
    serverByToken.setOnAction(_ -> signInBy(serverByToken));
    serverByPassword.setOnAction(_ -> signInBy(serverByPassword));
    serverAddress.textProperty().bindBidirectional(form.address());
    serverReset.setOnAction(_ -> form.resetting().set(!form.resetting().get()));
    serverCode.textProperty().bindBidirectional(form.code());
    serverToken.textProperty().bindBidirectional(form.token());
    serverName.textProperty().bindBidirectional(form.name());
    serverPassword.textProperty().bindBidirectional(form.password());
    serverJoin.disableProperty().bind(form.complete().not().or(working()));
    serverForget.disableProperty().bind(form.address().isEmpty());
    bonds =
        Subscription.combine(
            form.byPassword().subscribe(this::showWay),
            form.resetting().subscribe(this::showWay),
            form.target().subscribe(this::showTarget),
            found.servers().subscribe(this::showFound),
            model.link().subscribe(this::showLink),
            model.state().subscribe(this::showState));
  }

  private BooleanBinding working() {
    return Bindings.createBooleanBinding(
        () -> model.state().get() instanceof JoinState.Working, model.state());
  }

  private void signInBy(ToggleButton chosen) {
    chosen.setSelected(true);
    form.byPassword().set(chosen.equals(serverByPassword));
  }

  private void showWay() {
    boolean invited = form.invited().get();
    boolean resetting = form.isReset();
    boolean byPassword = form.byPassword().get() || resetting;
    serverByToken.setSelected(!byPassword);
    serverByPassword.setSelected(byPassword);
    // There is no way on to a server that somebody else answers for.
    boolean stopped = model.link().get().contact() == Contact.STOPPED;
    addressFields.setVisible(!stopped);
    serverJoin.setVisible(!stopped);
    foundFields.setVisible(!stopped && !found.servers().isEmpty());
    joinWays.setVisible(!invited && !stopped);
    serverByToken.setVisible(!resetting);
    serverByPassword.setVisible(!resetting);
    codeFields.setVisible(resetting);
    tokenFields.setVisible(!byPassword && !invited && !stopped);
    passwordFields.setVisible((byPassword || invited) && !stopped);
    serverReset.setText(Text.of(resetting ? "connection.reset.known" : "connection.reset"));
    sayWhatItIs(invited, resetting);
  }

  private void sayWhatItIs(boolean invited, boolean resetting) {
    var password = Text.of(resetting ? "connection.reset.password" : "connection.password");
    passwordLabel.setText(password);
    serverPassword.setAccessibleText(password);
    if (invited) {
      passwordHint.setText(Text.of("connection.invited.hint"));
      serverJoin.setText(Text.of("connection.accept"));
    } else if (resetting) {
      passwordHint.setText(Text.of("connection.reset.hint"));
      serverJoin.setText(Text.of("connection.reset.go"));
    } else {
      passwordHint.setText(Text.of("connection.password.hint"));
      serverJoin.setText(Text.of("connection.join"));
    }
  }

  private void showTarget(JoinTarget target) {
    serverTarget.getStyleClass().setAll("label", "hint");
    switch (target) {
      case JoinTarget.WrongFingerprint _ -> {
        serverTarget.getStyleClass().setAll("label", "outcome", "refused");
        serverTarget.setText(Text.of("connection.link.wrong"));
      }
      case JoinTarget.NoFingerprint _ -> serverTarget.setText(Text.of("connection.link.ask"));
      case JoinTarget.Paired(var link) -> recognised(link.authority(), link.code() != null);
      case JoinTarget.Address(_, var authority) when authority != null ->
          recognised(authority, false);
      case JoinTarget.Address _, JoinTarget.None _ -> serverTarget.setText("");
    }
    serverTarget.setVisible(!serverTarget.getText().isEmpty());
    showWay();
  }

  /// Only what is behind them fills the field; nothing of it is trusted.
  private void showFound() {
    foundServers.getChildren().clear();
    for (var server : found.servers()) {
      var button = new Button(server.name() + "  " + server.address().getAuthority());
      button.getStyleClass().addAll("small", "found-server");
      button.setOnAction(_ -> {
        form.choose(server);
        serverAddress.requestFocus();
        serverAddress.end();
      });
      foundServers.getChildren().add(button);
    }
    showWay();
  }

  private void recognised(Fingerprint authority, boolean invited) {
    var words = Text.of("connection.recognised", authority.text());
    serverTarget.setText(invited ? Text.of("connection.invited") + "\n" + words : words);
  }

  private void showLink(Link link) {
    serverNow.setText(StatusView.words(link));
    serverHome.setVisible(!link.isOwn());
    showWay();
  }

  private void showState(JoinState state) {
    serverOutcome.getChildren().clear();
    switch (state) {
      case JoinState.Idle _ -> {}
      case JoinState.Working _ -> say(Text.of("connection.working"), "working");
      case JoinState.NoAddress _ -> say(Text.of("connection.address.bad"), "refused");
      case JoinState.InvitationOver _ -> say(Text.of("connection.invitation.over"), "refused");
      case JoinState.ResetCodeOver _ -> say(Text.of("connection.reset.over"), "refused");
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
    found.begin();
    serverAddress.requestFocus();
  }

  @FXML
  private void join() {
    if (form.complete().get()) {
      model.join();
    }
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
    found.end();
    serverAddress.textProperty().unbindBidirectional(form.address());
    serverCode.textProperty().unbindBidirectional(form.code());
    serverToken.textProperty().unbindBidirectional(form.token());
    serverName.textProperty().unbindBidirectional(form.name());
    serverPassword.textProperty().unbindBidirectional(form.password());
    serverJoin.disableProperty().unbind();
    serverForget.disableProperty().unbind();
  }
}
