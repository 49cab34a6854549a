package org.colloquy.desktop;

import java.util.Locale;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.util.Subscription;
import org.colloquy.desktop.background.Background;
import org.colloquy.desktop.settings.Language;
import org.colloquy.desktop.settings.LiveSettings;
import org.colloquy.desktop.settings.WindowPlace;
import org.colloquy.desktop.theme.Theme;
import org.colloquy.desktop.ui.parts.RestingCaret;
import org.jspecify.annotations.Nullable;

/// The window on the screen: where it is, in which language, light or dark.
public final class MainWindow {
  private static final double WIDTH = 1180;
  private static final double HEIGHT = 780;
  private static final double LEAST_WIDTH = 640;
  private static final double LEAST_HEIGHT = 480;

  private final Wiring wiring;
  private final LiveSettings settings;
  private final Background background;
  private final Stage stage = new Stage();
  private final Scene scene = new Scene(new Region(), WIDTH, HEIGHT);
  private final Theme theme;
  private final Locale systemLocale = Locale.getDefault();
  private Subscription bonds = Subscription.EMPTY;
  private Wiring.@Nullable Loaded loaded;

  /// A window that is not shown yet.
  ///
  /// @param quit what happens when the person closes it
  public MainWindow(Wiring wiring, LiveSettings settings, Background background, Runnable quit) {
    this.wiring = wiring;
    this.settings = settings;
    this.background = background;
    this.theme = new Theme(settings);
    stage.setOnCloseRequest(event -> {
      event.consume();
      quit.run();
    });
  }

  public Stage stage() {
    return stage;
  }

  public void open() {
    stage.setScene(scene);
    stage.setMinWidth(LEAST_WIDTH);
    stage.setMinHeight(LEAST_HEIGHT);
    place();
    stage.titleProperty().bind(wiring.shell().title());
    bonds =
        Subscription.combine(
            theme.dress(scene),
            RestingCaret.in(scene, background),
            settings.property().map(now -> now.language()).subscribe(this::speak),
            stage.xProperty().subscribe(this::remember),
            stage.yProperty().subscribe(this::remember),
            stage.widthProperty().subscribe(this::remember),
            stage.heightProperty().subscribe(this::remember),
            stage.maximizedProperty().subscribe(this::remember),
            stage.focusedProperty().subscribe(this::focused));
    stage.show();
  }

  /// Builds the content in this language; view models and what they hold stay.
  private void speak(Language language) {
    Locale.setDefault(language.locale(systemLocale));
    closeContent();
    var fresh = wiring.load();
    loaded = fresh;
    scene.setRoot(fresh.root());
  }

  private void place() {
    var place = settings.get().window();
    if (place == null || !onSomeScreen(place)) {
      return;
    }
    stage.setX(place.x());
    stage.setY(place.y());
    stage.setWidth(place.width());
    stage.setHeight(place.height());
    stage.setMaximized(place.maximized());
  }

  private static boolean onSomeScreen(WindowPlace place) {
    var title = new Rectangle2D(place.x() + 40, place.y(), Math.max(1, place.width() - 80), 30);
    return Screen.getScreens().stream()
        .anyMatch(screen -> screen.getVisualBounds().intersects(title));
  }

  /// Other programs may have asked something meanwhile.
  private void focused(boolean focused) {
    if (focused) {
      wiring.shell().history().lookAgain();
    }
  }

  private void remember() {
    if (!stage.isShowing() || stage.isIconified()) {
      return;
    }
    var before = settings.get().window();
    var maximized = stage.isMaximized();
    settings.change(now ->
        now.withWindow(
            maximized && before != null
                ? new WindowPlace(before.x(), before.y(), before.width(), before.height(), true)
                : new WindowPlace(
                    stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight(), maximized)));
  }

  private void closeContent() {
    if (loaded != null) {
      loaded.view().close();
      loaded = null;
    }
  }

  public void close() {
    bonds.unsubscribe();
    stage.hide();
    closeContent();
    wiring.shell().close();
    theme.close();
  }
}
