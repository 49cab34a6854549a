package org.colloquy.desktop.ui.agents;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.colloquy.desktop.client.AgentEntry;
import org.colloquy.desktop.text.Text;
import org.colloquy.desktop.ui.parts.DialogView;
import org.colloquy.desktop.ui.parts.FailureCard;
import org.colloquy.desktop.ui.parts.Hiding;
import org.colloquy.desktop.ui.parts.Icon;
import org.colloquy.desktop.ui.parts.IconButton;
import org.colloquy.desktop.ui.parts.OpenDialog;
import org.colloquy.desktop.ui.parts.SaveDialog;
import org.jspecify.annotations.Nullable;

/// The dialog with the agents: the list, and one of them to be read or changed.
public final class AgentsView implements DialogView {
  private final AgentsViewModel model;
  private final SaveDialog saveDialog;
  private final OpenDialog openDialog;
  private final Runnable done;
  private Subscription bonds = Subscription.EMPTY;
  private @Nullable VariableFields variableFields;
  @FXML private ListView<AgentEntry> agentList;
  @FXML private TextField agentName;
  @FXML private TextField description;
  @FXML private TextArea instructions;
  @FXML private ComboBox<ModelOption> models;
  @FXML private TextField temperature;
  @FXML private TextField maxTokens;
  @FXML private FlowPane agentTools;
  @FXML private VBox documents;
  @FXML private VBox variables;
  @FXML private Label variablesWrong;
  @FXML private Button addVariable;
  @FXML private Label builtIn;
  @FXML private Button saveAgent;
  @FXML private Button copyAgent;
  @FXML private Button exportAgent;
  @FXML private Button removeAgent;
  @FXML private Button addDocument;
  @FXML private StackPane failure;

  public AgentsView(
      AgentsViewModel model, SaveDialog saveDialog, OpenDialog openDialog, Runnable done) {
    this.model = model;
    this.saveDialog = saveDialog;
    this.openDialog = openDialog;
    this.done = done;
  }

  @FXML
  private void initialize() {
    Hiding.whole(failure, builtIn, variablesWrong);
    agentList.setItems(model.agents());
    agentList.setCellFactory(_ -> new AgentCell());
    var form = model.form();
    agentName.textProperty().bindBidirectional(form.name());
    description.textProperty().bindBidirectional(form.description());
    instructions.textProperty().bindBidirectional(form.instructions());
    temperature.textProperty().bindBidirectional(form.parameters().temperature());
    maxTokens.textProperty().bindBidirectional(form.parameters().maxTokens());
    var fields = new VariableFields(form.variables(), variables, model::editable);
    variableFields = fields;
    models.setOnAction(_ -> chooseModel(models.getValue()));
    bonds =
        Subscription.combine(
            agentList.getSelectionModel().selectedItemProperty().subscribe(this::choose),
            model.revision().subscribe(_ -> show(model.selected().get())),
            model.revision().subscribe(_ -> fields.show()),
            form.variables().complete().subscribe(right -> variablesWrong.setVisible(!right)),
            fields::close,
            form.complete().subscribe(_ -> enable()),
            model.failure().subscribe(why -> FailureCard.show(failure, why)));
  }

  private void choose(@Nullable AgentEntry agent) {
    if (agent != null && !agent.equals(model.selected().get())) {
      model.select(agent);
    }
  }

  private void chooseModel(@Nullable ModelOption option) {
    model.form().model().set(option == null ? null : option.model());
  }

  private void show(@Nullable AgentEntry agent) {
    if (agent == null) {
      agentList.getSelectionModel().clearSelection();
    } else {
      agentList.getSelectionModel().select(agent);
    }
    var chosen = model.form().model().get();
    models.getItems().setAll(ModelOption.all(model.models(), chosen));
    models.getSelectionModel().select(new ModelOption(chosen));
    agentTools.getChildren().setAll(boxes(agent));
    documents
        .getChildren()
        .setAll(
            agent == null ? List.of() : agent.documents().stream().map(this::document).toList());
    enable();
  }

  private List<Node> boxes(@Nullable AgentEntry agent) {
    var boxes = new ArrayList<Node>();
    model.tools().forEach(tool -> boxes.add(box(tool.name(), tool.description())));
    if (agent != null) {
      agent.missingTools().forEach(tool -> boxes.add(box(tool, Text.of("agents.tool.missing"))));
    }
    return boxes;
  }

  private CheckBox box(String tool, String description) {
    var chosen = model.form().tools();
    var box = new CheckBox(tool);
    box.setMnemonicParsing(false);
    box.setTooltip(new Tooltip(description));
    box.setSelected(chosen.contains(tool));
    box.setDisable(!model.editable());
    box.setOnAction(_ -> {
      if (box.isSelected()) {
        chosen.add(tool);
      } else {
        chosen.remove(tool);
      }
    });
    return box;
  }

  private Node document(String title) {
    var drop = new IconButton(Icon.CLOSE, Text.of("agents.document.remove", title));
    drop.setOnAction(_ -> model.removeDocument(title));
    drop.setDisable(!model.editable());
    var line = new HBox(new Label(title), drop);
    line.getStyleClass().add("panel-line");
    return line;
  }

  private void enable() {
    var agent = model.selected().get();
    var editable = model.editable();
    builtIn.setVisible(!editable);
    agentName.setEditable(editable);
    description.setEditable(editable);
    instructions.setEditable(editable);
    models.setDisable(!editable);
    temperature.setEditable(editable);
    maxTokens.setEditable(editable);
    saveAgent.setDisable(!editable || !model.form().complete().get());
    copyAgent.setDisable(agent == null);
    exportAgent.setDisable(agent == null);
    removeAgent.setDisable(agent == null || !editable);
    addVariable.setDisable(!editable);
    addDocument.setDisable(agent == null || !editable);
  }

  /// Shows what there is now.
  @Override
  public void open() {
    model.open();
    agentList.requestFocus();
  }

  @FXML
  private void add() {
    model.select(null);
    agentName.requestFocus();
  }

  @FXML
  private void save() {
    model.save();
  }

  @FXML
  private void addVariable() {
    model.form().variables().add();
    if (variableFields != null) {
      variableFields.focusLast();
    }
  }

  @FXML
  private void copy() {
    model.duplicate();
  }

  @FXML
  private void remove() {
    model.remove();
  }

  @FXML
  private void importFile() {
    var file = openDialog.ask();
    if (file != null) {
      model.importFrom(file);
    }
  }

  @FXML
  private void export() {
    var agent = Objects.requireNonNull(model.selected().get());
    var file = saveDialog.ask(agent.name().replaceAll("[^\\p{L}\\p{N}]+", "-") + ".json");
    if (file != null) {
      model.exportTo(file);
    }
  }

  @FXML
  private void addDocument() {
    var file = openDialog.ask();
    if (file != null) {
      model.addDocument(file);
    }
  }

  @FXML
  private void done() {
    done.run();
  }

  @Override
  public void close() {
    bonds.unsubscribe();
    var form = model.form();
    agentName.textProperty().unbindBidirectional(form.name());
    description.textProperty().unbindBidirectional(form.description());
    instructions.textProperty().unbindBidirectional(form.instructions());
    temperature.textProperty().unbindBidirectional(form.parameters().temperature());
    maxTokens.textProperty().unbindBidirectional(form.parameters().maxTokens());
  }
}
