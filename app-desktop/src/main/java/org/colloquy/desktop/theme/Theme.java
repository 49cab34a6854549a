package org.colloquy.desktop.theme;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.value.ChangeListener;
import javafx.scene.Scene;
import javafx.util.Subscription;
import org.colloquy.desktop.settings.LiveSettings;
import org.colloquy.desktop.settings.Look;
import org.colloquy.desktop.settings.Settings;
import org.colloquy.desktop.settings.TextSize;

/// Dresses the program light or dark, as set or as the rest of the computer is.
public final class Theme implements AutoCloseable {
  private static final double LETTERS = 14;
  private static final double ICON = 18;
  private static final double ICON_SCALE = 0.75;

  private final LiveSettings settings;
  private final ChangeListener<Settings> set = (_, _, _) -> apply();
  private final ChangeListener<ColorScheme> system = (_, _, _) -> apply();

  public Theme(LiveSettings settings) {
    this.settings = settings;
    settings.property().addListener(set);
    Platform.getPreferences().colorSchemeProperty().addListener(system);
    apply();
  }

  /// Gives a window our own styles, and text as large as it is set, until this is unsubscribed.
  public Subscription dress(Scene scene) {
    var css = Objects.requireNonNull(Theme.class.getResource("colloquy.css")).toExternalForm();
    return settings
        .property()
        .map(Settings::textSize)
        .subscribe(size -> scene.getStylesheets().setAll(css, sized(size)));
  }

  /// Everything else is said in parts of the root's size. Drawings have no such unit; they grow
  /// half as much, so that a row of them stays in the window.
  static String sized(int percent) {
    double half = (percent + TextSize.USUAL) / 2.0 / TextSize.USUAL;
    var sheet =
        String.format(
            Locale.ROOT,
            """
            .root { -fx-font-size: %1$.2fpx; }
            .icon { -fx-scale-x: %2$.3f; -fx-scale-y: %2$.3f; }
            .icon-holder { -fx-min-width: %3$.1f; -fx-max-width: %3$.1f; }
            .icon-holder { -fx-min-height: %3$.1f; -fx-max-height: %3$.1f; }
            """,
            LETTERS * percent / TextSize.USUAL,
            ICON_SCALE * half,
            ICON * half);
    return "data:text/css;base64,"
        + Base64.getEncoder().encodeToString(sheet.getBytes(StandardCharsets.UTF_8));
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
