package org.colloquy.desktop.ui.settings;

import org.colloquy.desktop.settings.Language;
import org.colloquy.desktop.settings.LiveSettings;
import org.colloquy.desktop.settings.Look;

/// What a person can set.
public final class SettingsViewModel {
  private final LiveSettings settings;

  public SettingsViewModel(LiveSettings settings) {
    this.settings = settings;
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
