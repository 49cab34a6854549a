package org.colloquy.desktop.ui.chat;

import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.colloquy.desktop.text.Text;
import org.colloquy.desktop.ui.parts.DialogView;
import org.colloquy.desktop.ui.parts.FailureCard;
import org.colloquy.desktop.ui.parts.Hiding;

/// The dialog with what counts in every turn of the open conversation.
public final class ConversationView implements DialogView {
  private final ConversationViewModel model;
  private final Runnable done;
  private final ListChangeListener<ValueForm> valuesChanged = _ -> showValues();
  private Subscription bonds = Subscription.EMPTY;
  @FXML private TextArea systemPrompt;
  @FXML private TextField chatTemperature;
  @FXML private TextField chatMaxTokens;
  @FXML private CheckBox remembers;
  @FXML private CheckBox looksIntoFiles;
  @FXML private VBox valuesBox;
  @FXML private Label valuesTitle;
  @FXML private Label valuesWanted;
  @FXML private VBox valueFields;
  @FXML private Button saveChat;
  @FXML private StackPane failure;

  public ConversationView(ConversationViewModel model, Runnable done) {
    this.model = model;
    this.done = done;
  }

  @FXML
  private void initialize() {
    Hiding.whole(failure, valuesBox, valuesWanted);
    model.values().addListener(valuesChanged);
    showValues();
    systemPrompt.textProperty().bindBidirectional(model.systemPrompt());
    chatTemperature.textProperty().bindBidirectional(model.parameters().temperature());
    chatMaxTokens.textProperty().bindBidirectional(model.parameters().maxTokens());
    remembers.selectedProperty().bindBidirectional(model.remembers());
    looksIntoFiles.selectedProperty().bindBidirectional(model.looksIntoFiles());
    bonds =
        Subscription.combine(
            model.parameters().complete().subscribe(whole -> saveChat.setDisable(!whole)),
            model.failure().subscribe(why -> FailureCard.show(failure, why)));
  }

  private void showValues() {
    valuesBox.setVisible(!model.values().isEmpty());
    valuesTitle.setText(Text.of("conversation.values", model.agent()));
    valueFields.getChildren().setAll(model.values().stream().map(ConversationView::field).toList());
  }

  private static Node field(ValueForm form) {
    TextInputControl input = form.wide() ? new TextArea() : new TextField();
    if (input instanceof TextArea area) {
      area.setWrapText(true);
      area.setPrefRowCount(3);
    }
    input.textProperty().bindBidirectional(form.value());
    input.setPromptText(form.needed() ? Text.of("conversation.values.needed") : form.usual());
    input.setAccessibleText(form.title());
    var title = new Label(form.title());
    title.setLabelFor(input);
    var box = new VBox(title, input);
    box.getStyleClass().add("field");
    return box;
  }

  /// Shows what counts now.
  @Override
  public void open() {
    model.open();
    valuesWanted.setVisible(model.asking());
    valuesWanted.setText(Text.of("conversation.values.wanted", model.agent()));
    saveChat.setText(Text.of(model.asking() ? "conversation.save.ask" : "agents.save"));
    if (!model.asking() || !focusFirstValue()) {
      systemPrompt.requestFocus();
    }
  }

  private boolean focusFirstValue() {
    valuesBox.applyCss(); // only then the fields are in the window, and can have the focus
    var first = valueFields.lookup(".text-input");
    if (first != null) {
      first.requestFocus();
    }
    return first != null;
  }

  @FXML
  private void save() {
    model.save(done);
  }

  @FXML
  private void done() {
    done.run();
  }

  @Override
  public void close() {
    bonds.unsubscribe();
    model.values().removeListener(valuesChanged);
    systemPrompt.textProperty().unbindBidirectional(model.systemPrompt());
    chatTemperature.textProperty().unbindBidirectional(model.parameters().temperature());
    chatMaxTokens.textProperty().unbindBidirectional(model.parameters().maxTokens());
    remembers.selectedProperty().unbindBidirectional(model.remembers());
    looksIntoFiles.selectedProperty().unbindBidirectional(model.looksIntoFiles());
  }
}
