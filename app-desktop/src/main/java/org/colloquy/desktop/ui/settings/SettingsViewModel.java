package org.colloquy.desktop.ui.settings;

import org.colloquy.desktop.settings.Language;
import org.colloquy.desktop.settings.LiveSettings;
import org.colloquy.desktop.settings.Look;

/// What a person can set.
public final class SettingsViewModel {
  private final LiveSettings settings;
  private final boolean tray;

  /// What can be set on this computer.
  ///
  /// @param tray whether the desktop can have a tray
  public SettingsViewModel(LiveSettings settings, boolean tray) {
    this.settings = settings;
    this.tray = tray;
  }

  /// Whether the desktop can have a tray.
  public boolean tray() {
    return tray;
  }

  /// Shows an icon in the tray, or none.
  public void trayIcon(boolean shown) {
    settings.change(now -> now.withTray(now.tray().withIcon(shown)));
  }

  /// Lets the program go on in the tray when its window is closed, or end.
  public void keepRunning(boolean keeps) {
    settings.change(now -> now.withTray(now.tray().withKeepsRunning(keeps)));
  }

  public LiveSettings settings() {
    return settings;
  }

  public void look(Look look) {
    settings.change(now -> now.withLook(look));
  }

  public void language(Language language) {
    settings.change(now -> now.withLanguage(language));
  }

  /// Lets text be so large.
  ///
  /// @param percent of the usual size
  public void textSize(int percent) {
    settings.change(now -> now.withTextSize(percent));
  }

  public void enterSends(boolean sends) {
    settings.change(now -> now.withEnterSends(sends));
  }
}
