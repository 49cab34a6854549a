package org.colloquy.desktop.ui.keys;

import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.colloquy.desktop.client.Failure;
import org.colloquy.desktop.text.Text;
import org.colloquy.desktop.ui.parts.DialogView;
import org.colloquy.desktop.ui.parts.FailureCard;
import org.colloquy.desktop.ui.parts.Hiding;
import org.colloquy.desktop.ui.parts.Icon;
import org.colloquy.desktop.ui.parts.OpenDialog;
import org.colloquy.model.ProviderKind;
import org.jspecify.annotations.Nullable;

/// The keys dialog: the list, and the form that adds one.
public final class KeysView implements DialogView {
  private final KeysViewModel model;
  private final Runnable done;
  private final Runnable openUsage;
  private final OpenDialog openDialog;
  private Subscription bonds = Subscription.EMPTY;
  @FXML private VBox listPage;
  @FXML private VBox formPage;
  @FXML private ListView<KeyRow> list;
  @FXML private StackPane listFailure;
  @FXML private HBox confirm;
  @FXML private Label confirmText;
  @FXML private Button add;
  @FXML private ComboBox<ProviderOption> provider;
  @FXML private VBox byAddress;
  @FXML private VBox byFile;
  @FXML private VBox keyFields;
  @FXML private ComboBox<ProviderKind> language;
  @FXML private TextField name;
  @FXML private TextField address;
  @FXML private PasswordField secret;
  @FXML private TextField openSecret;
  @FXML private ToggleButton reveal;
  @FXML private TextField nickname;
  @FXML private Label secretHint;
  @FXML private Label addressShown;
  @FXML private StackPane outcome;
  @FXML private Button tryKey;
  @FXML private Button save;

  /// The dialog for these keys.
  ///
  /// @param done closes the dialog
  /// @param openUsage shows what was used
  /// @param openDialog asks for a model's file
  public KeysView(KeysViewModel model, Runnable done, Runnable openUsage, OpenDialog openDialog) {
    this.model = model;
    this.done = done;
    this.openUsage = openUsage;
    this.openDialog = openDialog;
  }

  @FXML
  private void initialize() {
    Hiding.whole(listPage, formPage, confirm, listFailure, addressShown, outcome);
    Hiding.whole(byAddress, byFile, keyFields);
    language.getItems().setAll(LanguageNames.SPOKEN);
    language.setConverter(new LanguageNames());
    list.setItems(model.rows());
    list.setCellFactory(_ -> new KeyCell(model));
    list.setPlaceholder(new Label(Text.of("keys.none")));
    provider.setItems(model.options());
    provider.setCellFactory(_ -> new ProviderOptionCell());
    provider.setButtonCell(new ProviderOptionCell());
    reveal.setGraphic(Icon.EYE.node());
    bindForm();
    bonds =
        Subscription.combine(
            model.adding().subscribe(this::showPage),
            model.test().subscribe(this::showOutcome),
            model.failure().subscribe(this::showFailure),
            model.doubted().subscribe(this::showDoubt),
            model.form().option().subscribe(this::showOption));
  }

  private void bindForm() {
    var form = model.form();
    provider.valueProperty().bindBidirectional(form.option());
    language.valueProperty().bindBidirectional(form.kind());
    addressShown.textProperty().bind(form.address());
    name.textProperty().bindBidirectional(form.name());
    address.textProperty().bindBidirectional(form.address());
    secret.textProperty().bindBidirectional(form.secret());
    openSecret.textProperty().bindBidirectional(form.secret());
    nickname.textProperty().bindBidirectional(form.nickname());
    openSecret.visibleProperty().bind(reveal.selectedProperty());
    secret.visibleProperty().bind(reveal.selectedProperty().not());
    var busy =
        Bindings.createBooleanBinding(
            () -> model.test().get() instanceof TestState.Working, model.test());
    tryKey.disableProperty().bind(form.complete().not().or(busy));
    save.disableProperty().bind(form.complete().not().or(busy));
  }

  private void showPage(boolean adding) {
    listPage.setVisible(!adding);
    formPage.setVisible(adding);
    reveal.setSelected(false);
    (adding ? provider : add).requestFocus();
  }

  private void showOption(@Nullable ProviderOption option) {
    var file = option instanceof ProviderOption.File;
    byAddress.setVisible(option instanceof ProviderOption.ByAddress);
    byFile.setVisible(file);
    keyFields.setVisible(!file);
    addressShown.setVisible(option != null && !byAddress.isVisible());
    var keyless = option instanceof ProviderOption.Known(var entry) && !entry.needsKey();
    secretHint.setText(Text.of(keyless ? "keys.secret.local" : "keys.secret.hint"));
  }

  private void showOutcome(TestState state) {
    outcome.getChildren().clear();
    switch (state) {
      case TestState.Untested _ -> {}
      case TestState.Working _ -> say(Text.of("keys.working"), "working");
      case TestState.Works(var models) -> say(Text.of("keys.works", models), "works");
      case TestState.Fails(var why) -> outcome.getChildren().add(FailureCard.plain(why));
    }
    outcome.setVisible(!outcome.getChildren().isEmpty());
  }

  private void say(String text, String style) {
    var label = new Label(text);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    label.getStyleClass().addAll("outcome", style);
    outcome.getChildren().add(label);
  }

  private void showFailure(@Nullable Failure why) {
    FailureCard.show(listFailure, why);
  }

  private void showDoubt(@Nullable KeyRow row) {
    confirm.setVisible(row != null);
    if (row != null) {
      confirmText.setText(Text.of("keys.confirm", KeyCell.name(row)));
    }
  }

  void focusFirst() {
    (model.adding().get() ? provider : add).requestFocus();
  }

  /// Shows what there is now.
  @Override
  public void open() {
    model.open();
    focusFirst();
  }

  @FXML
  private void openUsage() {
    openUsage.run();
  }

  @FXML
  private void add() {
    model.startAdding();
  }

  @FXML
  private void chooseFile() {
    var file = openDialog.ask();
    if (file != null) {
      model.form().address().set(file.toAbsolutePath().toString());
    }
  }

  @FXML
  private void back() {
    model.stopAdding();
  }

  @FXML
  private void tryKey() {
    model.tryKey();
  }

  @FXML
  private void save() {
    model.save();
  }

  @FXML
  private void removeDoubted() {
    model.removeDoubted();
  }

  @FXML
  private void keepDoubted() {
    model.keepDoubted();
  }

  @FXML
  private void done() {
    model.stopAdding();
    done.run();
  }

  @Override
  public void close() {
    bonds.unsubscribe();
    var form = model.form();
    provider.valueProperty().unbindBidirectional(form.option());
    language.valueProperty().unbindBidirectional(form.kind());
    addressShown.textProperty().unbind();
    name.textProperty().unbindBidirectional(form.name());
    address.textProperty().unbindBidirectional(form.address());
    secret.textProperty().unbindBidirectional(form.secret());
    openSecret.textProperty().unbindBidirectional(form.secret());
    nickname.textProperty().unbindBidirectional(form.nickname());
    tryKey.disableProperty().unbind();
    save.disableProperty().unbind();
  }
}
