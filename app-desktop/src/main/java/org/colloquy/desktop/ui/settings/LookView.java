package org.colloquy.desktop.ui.settings;

import javafx.fxml.FXML;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import javafx.scene.control.ToggleButton;
import javafx.util.Subscription;
import org.colloquy.desktop.settings.Language;
import org.colloquy.desktop.settings.Look;
import org.colloquy.desktop.settings.Settings;
import org.colloquy.desktop.text.Text;

/// The fields for the language and for light or dark.
public final class LookView {
  private final SettingsViewModel model;
  private Subscription bonds = Subscription.EMPTY;
  @FXML private ToggleButton lookSystem;
  @FXML private ToggleButton lookLight;
  @FXML private ToggleButton lookDark;
  @FXML private ComboBox<Language> language;

  public LookView(SettingsViewModel model) {
    this.model = model;
  }

  @FXML
  private void initialize() {
    SettingsView.group(lookSystem, lookLight, lookDark);
    language.getItems().setAll(Language.values());
    language.setCellFactory(_ -> new LanguageCell());
    language.setButtonCell(new LanguageCell());
    bonds = model.settings().property().subscribe(this::show);
    language.setOnAction(_ -> model.language(language.getValue()));
    lookSystem.setOnAction(_ -> model.look(Look.SYSTEM));
    lookLight.setOnAction(_ -> model.look(Look.LIGHT));
    lookDark.setOnAction(_ -> model.look(Look.DARK));
  }

  private void show(Settings now) {
    lookSystem.setSelected(now.look() == Look.SYSTEM);
    lookLight.setSelected(now.look() == Look.LIGHT);
    lookDark.setSelected(now.look() == Look.DARK);
    language.setValue(now.language());
  }

  /// Puts the cursor where one begins.
  public void focusFirst() {
    lookSystem.requestFocus();
  }

  /// Lets go of everything; the window closes.
  public void close() {
    bonds.unsubscribe();
  }

  /// A language, in itself.
  private static final class LanguageCell extends ListCell<Language> {
    @Override
    protected void updateItem(Language item, boolean empty) {
      super.updateItem(item, empty);
      setText(
          switch (item) {
            case null -> "";
            case SYSTEM -> Text.of("settings.language.system");
            case ENGLISH -> "English";
            case GERMAN -> "Deutsch";
            case FRENCH -> "Français";
            case SPANISH -> "Español";
            case NORWEGIAN -> "Norsk bokmål";
            case CHINESE -> "简体中文";
          });
    }
  }
}
