package org.colloquy.desktop.ui.settings;

import javafx.fxml.FXML;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.util.Subscription;
import org.colloquy.desktop.settings.Language;
import org.colloquy.desktop.settings.Look;
import org.colloquy.desktop.settings.Settings;
import org.colloquy.desktop.text.Text;
import org.colloquy.desktop.ui.parts.DialogView;

/// The settings dialog.
public final class SettingsView implements DialogView {
  private final SettingsViewModel model;
  private final Runnable done;
  private final Runnable keyboard;
  private Subscription bonds = Subscription.EMPTY;
  @FXML private ToggleButton lookSystem;
  @FXML private ToggleButton lookLight;
  @FXML private ToggleButton lookDark;
  @FXML private ComboBox<Language> language;
  @FXML private ToggleButton enterSends;
  @FXML private ToggleButton enterBreaks;

  /// The dialog for these settings.
  ///
  /// @param done closes the dialog
  /// @param keyboard shows the shortcuts
  public SettingsView(SettingsViewModel model, Runnable done, Runnable keyboard) {
    this.model = model;
    this.done = done;
    this.keyboard = keyboard;
  }

  @FXML
  private void initialize() {
    group(lookSystem, lookLight, lookDark);
    group(enterSends, enterBreaks);
    language.getItems().setAll(Language.values());
    language.setCellFactory(_ -> new LanguageCell());
    language.setButtonCell(new LanguageCell());
    bonds = model.settings().property().subscribe(this::show);
    language.setOnAction(_ -> model.language(language.getValue()));
    lookSystem.setOnAction(_ -> model.look(Look.SYSTEM));
    lookLight.setOnAction(_ -> model.look(Look.LIGHT));
    lookDark.setOnAction(_ -> model.look(Look.DARK));
    enterSends.setOnAction(_ -> model.enterSends(true));
    enterBreaks.setOnAction(_ -> model.enterSends(false));
  }

  /// One of them is always chosen.
  private static void group(ToggleButton... buttons) {
    var group = new ToggleGroup();
    group.getToggles().setAll(buttons);
    group
        .selectedToggleProperty()
        .addListener((_, before, now) -> {
          if (now == null && before != null) {
            before.setSelected(true);
          }
        });
  }

  private void show(Settings now) {
    lookSystem.setSelected(now.look() == Look.SYSTEM);
    lookLight.setSelected(now.look() == Look.LIGHT);
    lookDark.setSelected(now.look() == Look.DARK);
    language.setValue(now.language());
    enterSends.setSelected(now.enterSends());
    enterBreaks.setSelected(!now.enterSends());
  }

  @Override
  public void open() {
    lookSystem.requestFocus();
  }

  @FXML
  private void openKeyboard() {
    keyboard.run();
  }

  @FXML
  private void done() {
    done.run();
  }

  @Override
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
