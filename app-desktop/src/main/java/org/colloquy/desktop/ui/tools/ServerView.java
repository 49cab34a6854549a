package org.colloquy.desktop.ui.tools;

import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.colloquy.desktop.client.McpServerEntry;
import org.colloquy.desktop.client.McpState;
import org.colloquy.desktop.client.McpToolEntry;
import org.colloquy.desktop.text.Text;
import org.colloquy.desktop.ui.parts.FailureCard;
import org.colloquy.desktop.ui.parts.FoldedText;
import org.colloquy.desktop.ui.parts.Hiding;
import org.jspecify.annotations.Nullable;

/// One server of tools: exactly what is started or asked, what it has, and the button that approves
/// that.
public final class ServerView {
  private final ServersViewModel model;
  private Subscription bonds = Subscription.EMPTY;
  private @Nullable McpServerEntry shown;
  @FXML private Label oneName;
  @FXML private Label oneState;
  @FXML private Label onePlaceTitle;
  @FXML private Label onePlace;
  @FXML private Label oneVariables;
  @FXML private VBox oneTools;
  @FXML private Label oneHash;
  @FXML private VBox approval;
  @FXML private Button approveServer;
  @FXML private Button testServer;
  @FXML private Button turnServer;
  @FXML private StackPane oneFailure;
  @FXML private VBox offers;
  @FXML private OffersView offersController;

  public ServerView(ServersViewModel model) {
    this.model = model;
  }

  @FXML
  private void initialize() {
    Hiding.whole(approval, oneFailure, oneVariables, offers);
    bonds =
        Subscription.combine(
            model.working().subscribe(_ -> enable()),
            model.failure().subscribe(why -> FailureCard.show(oneFailure, why)));
  }

  private void enable() {
    var working = model.working().get();
    testServer.setDisable(working || shown == null || !shown.on());
    testServer.setText(Text.of(working ? "tools.server.testing" : "tools.server.test"));
    approveServer.setDisable(working);
    turnServer.setDisable(working);
  }

  void show(McpServerEntry server) {
    var same = shown != null && shown.equals(server);
    var another = shown == null || !shown.id().equals(server.id());
    shown = server;
    enable();
    if (another) {
      testServer.requestFocus();
    }
    if (same) {
      return;
    }
    oneName.setText(server.name());
    oneState.setText(ServerWords.state(server));
    oneState.getStyleClass().removeIf(style -> style.startsWith("state-"));
    oneState.getStyleClass().add(ServerWords.style(server));
    onePlaceTitle.setText(
        Text.of(server.command().isEmpty() ? "tools.server.asked" : "tools.server.started"));
    onePlace.setText(ServerWords.place(server));
    oneVariables.setVisible(!server.variables().isEmpty());
    oneVariables.setText(
        Text.of(
            server.command().isEmpty() ? "tools.server.headers" : "tools.server.environment",
            String.join(", ", server.variables())));
    oneTools.getChildren().setAll(server.tools().stream().map(ServerView::tool).toList());
    approval.setVisible(server.state() == McpState.CHANGED);
    oneHash.setText(Text.of("tools.server.hash", server.hash()));
    turnServer.setText(Text.of(server.on() ? "tools.server.off" : "tools.server.on"));
    var there = server.state() == McpState.READY;
    offers.setVisible(there);
    if (there) {
      offersController.show(server);
    }
  }

  private static Node tool(McpToolEntry tool) {
    var name = new Label(tool.name());
    name.getStyleClass().add("strong");
    var description = new Label(tool.description());
    description.setWrapText(true);
    description.setMinHeight(Region.USE_PREF_SIZE);
    var schema = new FoldedText();
    schema.getStyleClass().add("schema");
    schema.show(Text.of("tools.server.schema"), tool.schema());
    var box = new VBox(name, description, schema);
    box.getStyleClass().add("server-tool");
    return box;
  }

  @FXML
  private void back() {
    model.showAll();
  }

  @FXML
  private void test() {
    model.test();
  }

  @FXML
  private void approve() {
    model.approve();
  }

  @FXML
  private void turn() {
    if (shown != null) {
      model.turn(shown);
    }
  }

  void close() {
    bonds.unsubscribe();
    offersController.close();
  }
}
