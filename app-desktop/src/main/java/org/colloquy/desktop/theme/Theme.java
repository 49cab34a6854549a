package org.colloquy.desktop.theme;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.value.ChangeListener;
import javafx.scene.Scene;
import org.colloquy.desktop.settings.LiveSettings;
import org.colloquy.desktop.settings.Look;
import org.colloquy.desktop.settings.Settings;

/// Dresses the program light or dark, as set or as the rest of the computer is.
public final class Theme implements AutoCloseable {
  private final LiveSettings settings;
  private final ChangeListener<Settings> set = (_, _, _) -> apply();
  private final ChangeListener<ColorScheme> system = (_, _, _) -> apply();

  public Theme(LiveSettings settings) {
    this.settings = settings;
    settings.property().addListener(set);
    Platform.getPreferences().colorSchemeProperty().addListener(system);
    apply();
  }

  /// Gives a window our own styles.
  public static void dress(Scene scene) {
    var css = Objects.requireNonNull(Theme.class.getResource("colloquy.css"));
    scene.getStylesheets().add(css.toExternalForm());
  }

  private void apply() {
    var sheet =
        dark(settings.get().look())
            ? new PrimerDark().getUserAgentStylesheet()
            : new PrimerLight().getUserAgentStylesheet();
    if (!sheet.equals(Application.getUserAgentStylesheet())) {
      Application.setUserAgentStylesheet(sheet);
    }
  }

  private static boolean dark(Look look) {
    return switch (look) {
      case LIGHT -> false;
      case DARK -> true;
      case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
    };
  }

  @Override
  public void close() {
    settings.property().removeListener(set);
    Platform.getPreferences().colorSchemeProperty().removeListener(system);
  }
}
