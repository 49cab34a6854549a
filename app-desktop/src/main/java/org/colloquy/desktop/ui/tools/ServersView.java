package org.colloquy.desktop.ui.tools;

import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.colloquy.desktop.client.McpServerEntry;
import org.colloquy.desktop.text.Text;
import org.colloquy.desktop.ui.parts.FailureCard;
import org.colloquy.desktop.ui.parts.Hiding;
import org.colloquy.desktop.ui.parts.Icon;
import org.colloquy.desktop.ui.parts.IconButton;
import org.jspecify.annotations.Nullable;

/// The page with the servers of tools: the list, the form that adds one, and one of them.
public final class ServersView {
  private final ServersViewModel model;
  private final ListChangeListener<NamedSecret> variablesChanged = _ -> showVariables();
  private Subscription bonds = Subscription.EMPTY;
  @FXML private VBox serverListPage;
  @FXML private VBox serverFormPage;
  @FXML private VBox server;
  @FXML private ServerView serverController;
  @FXML private ListView<McpServerEntry> serverList;
  @FXML private HBox serverConfirm;
  @FXML private Label serverConfirmText;
  @FXML private StackPane serversFailure;
  @FXML private Button addServer;
  @FXML private TextField serverName;
  @FXML private ToggleButton byProgram;
  @FXML private ToggleButton byServerAddress;
  @FXML private VBox programFields;
  @FXML private VBox addressFields;
  @FXML private TextField serverProgram;
  @FXML private TextArea serverArguments;
  @FXML private Label serverCommand;
  @FXML private TextField serverAddress;
  @FXML private Label variablesTitle;
  @FXML private VBox serverVariables;
  @FXML private Button saveServer;

  public ServersView(ServersViewModel model) {
    this.model = model;
  }

  @FXML
  private void initialize() {
    Hiding.whole(serverListPage, serverFormPage, server, serverConfirm, serversFailure);
    Hiding.whole(programFields, addressFields);
    serverList.setItems(model.servers());
    serverList.setCellFactory(_ -> new ServerCell(model));
    serverList.setPlaceholder(new Label(Text.of("tools.servers.none")));
    serverList.addEventHandler(
        KeyEvent.KEY_PRESSED,
        event ->
            ServerCell.openWithEnter(
                event, serverList.getSelectionModel().getSelectedItem(), model));
    var kinds = new ToggleGroup();
    kinds.getToggles().setAll(byProgram, byServerAddress);
    byProgram.setOnAction(_ -> model.form().byAddress().set(false));
    byServerAddress.setOnAction(_ -> model.form().byAddress().set(true));
    bindForm();
    model.form().variables().addListener(variablesChanged);
    bonds =
        Subscription.combine(
            model.page().subscribe(this::showPage),
            model.form().byAddress().subscribe(this::showKind),
            model.form().complete().subscribe(_ -> enable()),
            model.working().subscribe(_ -> enable()),
            model.doubted().subscribe(this::showDoubt),
            model.failure().subscribe(why -> FailureCard.show(serversFailure, why)));
  }

  private void bindForm() {
    var form = model.form();
    serverName.textProperty().bindBidirectional(form.name());
    serverProgram.textProperty().bindBidirectional(form.program());
    serverArguments.textProperty().bindBidirectional(form.arguments());
    serverAddress.textProperty().bindBidirectional(form.address());
    serverCommand.textProperty().bind(form.command());
  }

  private void enable() {
    saveServer.setDisable(!model.form().complete().get() || model.working().get());
  }

  private void showPage(ServersPage page) {
    serverListPage.setVisible(page instanceof ServersPage.All);
    serverFormPage.setVisible(page instanceof ServersPage.Adding);
    server.setVisible(page instanceof ServersPage.One);
    switch (page) {
      case ServersPage.All _ -> addServer.requestFocus();
      case ServersPage.Adding _ -> serverName.requestFocus();
      case ServersPage.One(var one) -> serverController.show(one);
    }
  }

  private void showKind(boolean byAddress) {
    byProgram.setSelected(!byAddress);
    byServerAddress.setSelected(byAddress);
    programFields.setVisible(!byAddress);
    addressFields.setVisible(byAddress);
    variablesTitle.setText(Text.of(byAddress ? "tools.form.headers" : "tools.form.environment"));
  }

  private void showVariables() {
    serverVariables
        .getChildren()
        .setAll(model.form().variables().stream().map(this::fields).toList());
  }

  private Node fields(NamedSecret variable) {
    var name = new TextField();
    name.setPromptText(Text.of("tools.form.variable"));
    name.setAccessibleText(Text.of("tools.form.variable"));
    name.textProperty().bindBidirectional(variable.name());
    name.setPrefColumnCount(14);
    var value = new PasswordField();
    value.setPromptText(Text.of("tools.form.value"));
    value.setAccessibleText(Text.of("tools.form.value"));
    value.textProperty().bindBidirectional(variable.value());
    HBox.setHgrow(value, Priority.ALWAYS);
    var drop = new IconButton(Icon.CLOSE, Text.of("tools.form.drop"));
    drop.setOnAction(_ -> model.form().variables().remove(variable));
    var line = new HBox(name, value, drop);
    line.getStyleClass().add("panel-line");
    return line;
  }

  private void showDoubt(@Nullable McpServerEntry doubted) {
    serverConfirm.setVisible(doubted != null);
    if (doubted != null) {
      serverConfirmText.setText(Text.of("tools.server.confirm", doubted.name()));
    }
  }

  void open() {
    model.open();
    addServer.requestFocus();
  }

  @FXML
  private void addServer() {
    model.startAdding();
  }

  @FXML
  private void addVariable() {
    model.form().addVariable();
    if (serverVariables.getChildren().getLast() instanceof HBox line) {
      line.getChildren().getFirst().requestFocus();
    }
  }

  @FXML
  private void backToServers() {
    model.showAll();
  }

  @FXML
  private void saveServer() {
    model.add();
  }

  @FXML
  private void removeServer() {
    model.removeDoubted();
  }

  @FXML
  private void keepServer() {
    model.keepDoubted();
  }

  /// The page is left.
  void leave() {
    model.close();
  }

  void close() {
    bonds.unsubscribe();
    model.close();
    serverController.close();
    var form = model.form();
    form.variables().removeListener(variablesChanged);
    serverName.textProperty().unbindBidirectional(form.name());
    serverProgram.textProperty().unbindBidirectional(form.program());
    serverArguments.textProperty().unbindBidirectional(form.arguments());
    serverAddress.textProperty().unbindBidirectional(form.address());
    serverCommand.textProperty().unbind();
  }
}
