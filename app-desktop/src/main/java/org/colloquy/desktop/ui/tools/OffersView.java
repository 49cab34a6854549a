package org.colloquy.desktop.ui.tools;

import java.util.LinkedHashMap;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.colloquy.desktop.client.McpPrompt;
import org.colloquy.desktop.client.McpResource;
import org.colloquy.desktop.client.McpServerEntry;
import org.colloquy.desktop.text.Text;
import org.colloquy.desktop.ui.parts.FailureCard;
import org.colloquy.desktop.ui.parts.Hiding;

/// What a server of tools can show, and the questions that it has ready.
public final class OffersView {
  private final OffersViewModel model;
  private final ListChangeListener<McpResource> resourcesChanged = _ -> showResources();
  private final ListChangeListener<McpPrompt> promptsChanged = _ -> showPrompts();
  private Subscription bonds = Subscription.EMPTY;
  @FXML private VBox resourceBox;
  @FXML private VBox resourceLines;
  @FXML private VBox promptBox;
  @FXML private VBox promptLines;
  @FXML private VBox offeredBox;
  @FXML private TextArea offered;
  @FXML private StackPane offersFailure;

  public OffersView(OffersViewModel model) {
    this.model = model;
  }

  @FXML
  private void initialize() {
    Hiding.whole(resourceBox, promptBox, offeredBox, offersFailure);
    model.resources().addListener(resourcesChanged);
    model.prompts().addListener(promptsChanged);
    showResources();
    showPrompts();
    bonds =
        Subscription.combine(
            model.text().subscribe(this::showText),
            model.failure().subscribe(why -> FailureCard.show(offersFailure, why)));
  }

  private void showResources() {
    resourceBox.setVisible(!model.resources().isEmpty());
    resourceLines.getChildren().setAll(model.resources().stream().map(this::line).toList());
  }

  private void showPrompts() {
    promptBox.setVisible(!model.prompts().isEmpty());
    promptLines.getChildren().setAll(model.prompts().stream().map(this::line).toList());
  }

  private void showText(String text) {
    offeredBox.setVisible(!text.isEmpty());
    offered.setText(text);
  }

  private Node line(McpResource resource) {
    var name = resource.name().isBlank() ? resource.uri() : resource.name();
    var read = new Button(Text.of("tools.offer.read"));
    read.setAccessibleText(Text.of("tools.offer.read.named", name));
    read.setOnAction(_ -> model.read(resource));
    return line(name, resource.description(), read);
  }

  private Node line(McpPrompt prompt) {
    var fields = new LinkedHashMap<String, TextField>();
    var row = new FlowPane(8, 6);
    for (var parameter : prompt.parameters()) {
      var field = new TextField();
      field.setPromptText(parameter);
      field.setAccessibleText(parameter);
      fields.put(parameter, field);
      row.getChildren().add(field);
    }
    var fill = new Button(Text.of("tools.offer.fill"));
    fill.setAccessibleText(Text.of("tools.offer.fill.named", prompt.name()));
    fill.setOnAction(_ -> {
      var arguments = new LinkedHashMap<String, String>();
      fields.forEach((name, field) -> arguments.put(name, field.getText()));
      model.fillIn(prompt, arguments);
    });
    var box = new VBox(line(prompt.name(), prompt.description(), fill), row);
    box.getStyleClass().add("field");
    return box;
  }

  private static HBox line(String name, String description, Button button) {
    var title = new Label(name);
    title.getStyleClass().add("strong");
    var note = new Label(description);
    note.getStyleClass().add("hint");
    note.setWrapText(true);
    note.setMinHeight(Region.USE_PREF_SIZE);
    Hiding.whole(note);
    note.setVisible(!description.isBlank());
    var words = new VBox(title, note);
    HBox.setHgrow(words, Priority.ALWAYS);
    button.setMinWidth(Region.USE_PREF_SIZE);
    var line = new HBox(words, button);
    line.getStyleClass().add("panel-line");
    return line;
  }

  void show(McpServerEntry server) {
    model.show(server.id());
  }

  @FXML
  private void take() {
    model.take();
  }

  void close() {
    bonds.unsubscribe();
    model.resources().removeListener(resourcesChanged);
    model.prompts().removeListener(promptsChanged);
  }
}
