package org.colloquy.desktop.ui.settings;

import java.text.NumberFormat;
import javafx.fxml.FXML;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.colloquy.desktop.settings.Settings;
import org.colloquy.desktop.settings.TextSize;
import org.colloquy.desktop.ui.parts.DialogView;
import org.colloquy.desktop.ui.parts.Hiding;
import org.colloquy.desktop.ui.parts.Named;

/// The settings dialog.
public final class SettingsView implements DialogView {
  private final SettingsViewModel model;
  private final Runnable done;
  private final Runnable keyboard;
  private final Runnable welcome;
  private Subscription bonds = Subscription.EMPTY;
  @FXML private LookView lookController;
  @FXML private ComboBox<Integer> textSize;
  @FXML private ToggleButton enterSends;
  @FXML private ToggleButton enterBreaks;
  @FXML private VBox tray;
  @FXML private CheckBox trayIcon;
  @FXML private CheckBox keepRunning;

  /// The dialog for these settings.
  ///
  /// @param done closes the dialog
  /// @param keyboard shows the shortcuts
  /// @param welcome shows the first steps
  public SettingsView(SettingsViewModel model, Runnable done, Runnable keyboard, Runnable welcome) {
    this.model = model;
    this.done = done;
    this.keyboard = keyboard;
    this.welcome = welcome;
  }

  @FXML
  private void initialize() {
    group(enterSends, enterBreaks);
    Hiding.whole(tray);
    tray.setVisible(model.tray());
    textSize.getItems().setAll(TextSize.STEPS);
    textSize.setConverter(
        new Named<>(size -> NumberFormat.getPercentInstance().format(size / 100.0)));
    bonds = model.settings().property().subscribe(this::show);
    textSize.setOnAction(_ -> model.textSize(textSize.getValue()));
    enterSends.setOnAction(_ -> model.enterSends(true));
    enterBreaks.setOnAction(_ -> model.enterSends(false));
    trayIcon.setOnAction(_ -> model.trayIcon(trayIcon.isSelected()));
    keepRunning.setOnAction(_ -> model.keepRunning(keepRunning.isSelected()));
  }

  /// One of them is always chosen.
  static void group(ToggleButton... buttons) {
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
    textSize.setValue(now.textSize());
    enterSends.setSelected(now.enterSends());
    enterBreaks.setSelected(!now.enterSends());
    trayIcon.setSelected(now.tray().icon());
    keepRunning.setSelected(now.tray().keepsRunning());
    keepRunning.setDisable(!now.tray().icon());
  }

  @Override
  public void open() {
    lookController.focusFirst();
  }

  @FXML
  private void openKeyboard() {
    keyboard.run();
  }

  @FXML
  private void openWelcome() {
    welcome.run();
  }

  @FXML
  private void done() {
    done.run();
  }

  @Override
  public void close() {
    bonds.unsubscribe();
    lookController.close();
  }
}
