package org.colloquy.desktop.ui.bibliography;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.colloquy.desktop.client.ReferenceField;
import org.colloquy.desktop.client.ReferenceForm;
import org.colloquy.desktop.client.ReferencePlace;
import org.colloquy.desktop.text.Text;
import org.colloquy.desktop.ui.parts.Copying;
import org.colloquy.desktop.ui.parts.DialogView;
import org.colloquy.desktop.ui.parts.FailureCard;
import org.colloquy.desktop.ui.parts.Hiding;
import org.colloquy.desktop.ui.parts.Named;
import org.colloquy.desktop.ui.parts.OpenDialog;
import org.colloquy.desktop.ui.parts.SaveDialog;
import org.jspecify.annotations.Nullable;

/// The dialog with files as publications.
public final class BibliographyView implements DialogView {
  private static final int AUTHORS = 3;

  private final BibliographyViewModel model;
  private final SaveDialog saveDialog;
  private final OpenDialog openDialog;
  private final Runnable done;
  private final List<Runnable> unbind = new ArrayList<>();
  private Subscription bonds = Subscription.EMPTY;
  @FXML private Label bibliographyTitle;
  @FXML private StackPane bibliographyFailure;
  @FXML private ListView<ReferenceRow> referenceList;
  @FXML private VBox referenceForm;
  @FXML private VBox referenceFields;
  @FXML private Button importReferences;
  @FXML private ChoiceBox<ReferenceForm> form;

  public BibliographyView(
      BibliographyViewModel model, SaveDialog saveDialog, OpenDialog openDialog, Runnable done) {
    this.model = model;
    this.saveDialog = saveDialog;
    this.openDialog = openDialog;
    this.done = done;
  }

  @FXML
  private void initialize() {
    Hiding.whole(bibliographyFailure, importReferences);
    referenceList.setItems(model.rows());
    referenceList.setCellFactory(_ -> new ReferenceCell());
    var none = new Label(Text.of("bibliography.none"));
    none.setWrapText(true);
    referenceList.setPlaceholder(none);
    addFields();
    form.setConverter(new Named<>(BibliographyView::name));
    bonds =
        Subscription.combine(
            model.place().subscribe(this::showPlace),
            model.failure().subscribe(why -> FailureCard.show(bibliographyFailure, why)),
            referenceList.getSelectionModel().selectedItemProperty().subscribe(this::choose),
            model.chosen().subscribe(this::showChosen));
  }

  private void addFields() {
    add(ReferenceField.TITLE);
    var authors = new TextArea();
    authors.setPrefRowCount(AUTHORS);
    authors.setPromptText(Text.of("bibliography.authors.hint"));
    add("authors", Text.of("bibliography.field.authors"), authors, model.fields().authors());
    for (var field : ReferenceField.values()) {
      if (field != ReferenceField.TITLE) {
        add(field);
      }
    }
  }

  private void add(ReferenceField field) {
    add(field.word(), ReferenceFields.name(field), new TextField(), model.fields().word(field));
  }

  private void add(String word, String name, TextInputControl input, StringProperty written) {
    input.setId("reference-" + word);
    input.setAccessibleText(name);
    input.textProperty().bindBidirectional(written);
    unbind.add(() -> input.textProperty().unbindBidirectional(written));
    var label = new Label(name);
    label.setLabelFor(input);
    var box = new VBox(label, input);
    box.getStyleClass().add("field");
    referenceFields.getChildren().add(box);
  }

  private void showPlace(@Nullable ReferencePlace place) {
    var cited = place instanceof ReferencePlace.Cited;
    bibliographyTitle.setText(Text.of(cited ? "chat.references" : "bibliography.title"));
    importReferences.setVisible(!cited);
    form.getItems().setAll(ReferenceForm.values());
    if (!cited) {
      form.getItems().remove(ReferenceForm.ANSWER);
    }
    form.setValue(ReferenceForm.BIBTEX);
  }

  private static String name(ReferenceForm form) {
    return form == ReferenceForm.ANSWER ? Text.of("bibliography.answer") : form.title();
  }

  private void choose(@Nullable ReferenceRow row) {
    if (row != null && !row.equals(model.chosen().get())) {
      model.choose(row);
    }
  }

  private void showChosen(@Nullable ReferenceRow row) {
    referenceForm.setVisible(row != null);
    if (row != null) {
      referenceList.getSelectionModel().select(row);
    }
  }

  @Override
  public void open() {
    referenceList.requestFocus();
  }

  @FXML
  private void save() {
    model.save();
  }

  @FXML
  private void lookUp() {
    model.lookUp();
  }

  @FXML
  private void copyAll() {
    model.write(form.getValue(), Copying::copy);
  }

  @FXML
  private void saveAs() {
    var to = saveDialog.ask(form.getValue().fileName());
    if (to != null) {
      model.write(form.getValue(), to);
    }
  }

  @FXML
  private void importList() {
    var list = openDialog.ask();
    if (list != null) {
      model.take(list);
    }
  }

  @FXML
  private void done() {
    done.run();
  }

  @Override
  public void close() {
    bonds.unsubscribe();
    unbind.forEach(Runnable::run);
    referenceList.setItems(FXCollections.observableArrayList());
  }
}
