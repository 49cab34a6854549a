package org.colloquy.desktop.ui.chat;

import java.util.List;
import javafx.application.Platform;
import javafx.beans.InvalidationListener;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.colloquy.desktop.text.Text;
import org.colloquy.desktop.ui.parts.DialogView;
import org.colloquy.desktop.ui.parts.Direction;
import org.colloquy.desktop.ui.parts.Hiding;
import org.colloquy.desktop.ui.parts.Icon;
import org.colloquy.desktop.ui.parts.ModelChoice;

/// The pane in which answers of several models to one question stand beside each other.
public final class CompareView implements DialogView {
  private static final double NARROW = 680;
  private static final double WIDE = 1600;

  private final CompareViewModel model;
  private final MessageActions actions;
  private final Runnable done;
  private final InvalidationListener chosenChanged = _ -> showChosen();
  private final ListChangeListener<ComparedAnswer> answersChanged = _ -> showAnswers();
  private List<CompareColumn> shown = List.of();
  private Subscription answering = Subscription.EMPTY;
  private Subscription filesShown = Subscription.EMPTY;
  @FXML private VBox compare;
  @FXML private VBox asking;
  @FXML private TextArea compareQuestion;
  @FXML private Label compareAsked;
  @FXML private FlowPane compareFiles;
  @FXML private HeldQuestion compareHeld;
  @FXML private FlowPane compareChosen;
  @FXML private MenuButton compareAdd;
  @FXML private Button compareAsk;
  @FXML private HBox compareColumns;
  @FXML private HBox answered;
  @FXML private Button compareStopAll;

  public CompareView(CompareViewModel model, MessageActions actions, Runnable done) {
    this.model = model;
    this.actions = actions;
    this.done = done;
  }

  @FXML
  private void initialize() {
    Hiding.whole(asking, compareAsked, compareFiles, compareColumns, answered, compareAdd);
    compareQuestion.textProperty().bindBidirectional(model.question());
    Direction.follow(compareQuestion, compareQuestion.textProperty());
    asking.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    compareAsk.disableProperty().bind(model.ready().not());
    compareFiles.prefWrapLengthProperty().bind(compareFiles.widthProperty());
    var files = new UploadChips(compareFiles, model.chat());
    var uploads = model.chat().composer().uploads();
    filesShown =
        Subscription.combine(
            files::close, compareHeld.follow(uploads, compareQuestion::requestFocus));
    model.chosen().addListener(chosenChanged);
    model.answers().addListener(answersChanged);
    showAnswers();
  }

  @Override
  public void open() {
    model.open();
    showChosen();
    if (asking.isVisible()) {
      compareQuestion.requestFocus();
      compareQuestion.end();
    }
  }

  private void key(KeyEvent event) {
    if (event.getCode() == KeyCode.ENTER && event.isShortcutDown()) {
      event.consume();
      model.ask();
    }
  }

  private void showChosen() {
    compareChosen.getChildren().setAll(model.chosen().stream().map(this::chip).toList());
    compareChosen.getChildren().add(compareAdd);
    var others = model.others();
    compareAdd.setVisible(model.chosen().size() < CompareViewModel.MOST && !others.isEmpty());
    compareAdd.getItems().setAll(ModelItems.of(others, this::add));
  }

  private Node chip(ModelChoice choice) {
    var name = ModelItems.name(choice);
    var chip = new Button(name, Icon.CLOSE.node());
    chip.setMnemonicParsing(false);
    chip.getStyleClass().addAll("small", "compare-chip");
    chip.setAccessibleText(Text.of("compare.remove", name));
    chip.setOnAction(_ -> {
      model.remove(choice);
      compareQuestion.requestFocus();
    });
    return chip;
  }

  private void add(ModelChoice choice) {
    model.add(choice);
    compareQuestion.requestFocus();
  }

  private void showAnswers() {
    letGo();
    answering =
        Subscription.combine(
            model.answers().stream().map(this::watch).toArray(Subscription[]::new));
    shown =
        model.answers().stream()
            .map(answer -> new CompareColumn(answer, actions, this::keep))
            .toList();
    shown.forEach(column -> HBox.setHgrow(column, Priority.ALWAYS));
    compareColumns.getChildren().setAll(shown);
    var comparing = !shown.isEmpty();
    compare.setMaxWidth(comparing ? WIDE : NARROW);
    asking.setVisible(!comparing);
    compareAsked.setVisible(comparing);
    compareAsked.setText(model.question().get().strip());
    compareColumns.setVisible(comparing);
    answered.setVisible(comparing);
    if (comparing) {
      Platform.runLater(shown.getFirst()::focus); // what had it is gone
    }
  }

  private Subscription watch(ComparedAnswer answer) {
    return answer.state().subscribe(_ -> showStop());
  }

  private void showStop() {
    compareStopAll.setDisable(
        model.answers().stream().noneMatch(answer -> answer.state().get().busy()));
  }

  private void keep(ComparedAnswer answer) {
    model.keep(answer);
    done.run();
  }

  @FXML
  private void ask() {
    model.ask();
  }

  @FXML
  private void stopAll() {
    model.stopAll();
  }

  @FXML
  private void keepAll() {
    model.keepAll();
    done.run();
  }

  @FXML
  private void done() {
    done.run();
  }

  private void letGo() {
    answering.unsubscribe();
    shown.forEach(CompareColumn::close);
  }

  @Override
  public void close() {
    letGo();
    model.chosen().removeListener(chosenChanged);
    model.answers().removeListener(answersChanged);
    compareQuestion.textProperty().unbindBidirectional(model.question());
    compareAsk.disableProperty().unbind();
    filesShown.unsubscribe();
  }
}
