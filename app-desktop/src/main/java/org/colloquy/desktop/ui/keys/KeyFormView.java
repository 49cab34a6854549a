package org.colloquy.desktop.ui.keys;

import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.colloquy.desktop.text.Text;
import org.colloquy.desktop.ui.parts.FailureCard;
import org.colloquy.desktop.ui.parts.Hiding;
import org.colloquy.desktop.ui.parts.Icon;
import org.colloquy.desktop.ui.parts.OpenDialog;
import org.colloquy.model.ProviderKind;
import org.jspecify.annotations.Nullable;

/// The form that adds a provider and a key.
public final class KeyFormView {
  private final KeysViewModel model;
  private final OpenDialog openDialog;
  private Subscription bonds = Subscription.EMPTY;
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

  /// The form for these keys.
  ///
  /// @param openDialog asks for a model's file
  public KeyFormView(KeysViewModel model, OpenDialog openDialog) {
    this.model = model;
    this.openDialog = openDialog;
  }

  @FXML
  private void initialize() {
    Hiding.whole(addressShown, outcome, byAddress, byFile, keyFields);
    language.getItems().setAll(LanguageNames.SPOKEN);
    language.setConverter(new LanguageNames());
    provider.setItems(model.options());
    provider.setCellFactory(_ -> new ProviderOptionCell());
    provider.setButtonCell(new ProviderOptionCell());
    reveal.setGraphic(Icon.EYE.node());
    bindForm();
    bonds =
        Subscription.combine(
            model.adding().subscribe(_ -> reveal.setSelected(false)),
            model.test().subscribe(this::showOutcome),
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

  /// Puts the cursor where one begins.
  public void focusFirst() {
    (model.form().option().get() == null ? provider : secret).requestFocus();
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

  /// Lets go of everything; the window closes.
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
