package org.colloquy.desktop.ui;

import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import org.colloquy.desktop.MainWindow;
import org.colloquy.desktop.Wiring;
import org.colloquy.desktop.background.WindowBackground;
import org.colloquy.desktop.client.ServerAddress;
import org.colloquy.desktop.fake.KeptToken;
import org.colloquy.desktop.fake.ScriptedNetwork;
import org.colloquy.desktop.fake.ScriptedServer;
import org.colloquy.desktop.settings.Language;
import org.colloquy.desktop.settings.LiveSettings;
import org.colloquy.desktop.settings.Look;
import org.colloquy.desktop.settings.SettingsFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;

/// A real window in front of a scripted server, in memory, with a robot that clicks and types.
abstract class WindowTest extends FxRobot {
  final ScriptedServer server = new ScriptedServer();
  final ScriptedNetwork network = new ScriptedNetwork();
  final CopyOnWriteArrayList<URI> opened = new CopyOnWriteArrayList<>();
  private final Locale systemLocale = Locale.getDefault();
  @TempDir Path folder;
  LiveSettings settings;
  Wiring wiring;
  MainWindow window;

  /// The server that the window shows.
  ServerAddress served() {
    return server.address();
  }

  /// What is on the server before the window opens.
  void prepare() {}

  @BeforeEach
  void openWindow() throws Exception {
    FxToolkit.registerPrimaryStage();
    Robots.make(this);
    prepare();
    var background = new WindowBackground();
    settings = new LiveSettings(new SettingsFile(folder.resolve("desktop.json")), background);
    wiring =
        new Wiring(
            new Wiring.Outside(
                served(),
                background,
                settings,
                Clock.system(ZoneOffset.UTC),
                opened::add,
                name -> folder.resolve(name),
                this::chosen,
                new KeptToken(),
                network,
                true,
                () -> {}));
    window = onWindow(() -> new MainWindow(wiring, settings, background, () -> {}));
    interact(this::show);
    until(() -> !text("#modelButton").contains("No model"));
  }

  /// The file that a person chooses whenever they are asked for one.
  Path chosen() {
    return folder.resolve("chosen");
  }

  private void show() {
    settings.change(now -> now.withLook(Look.LIGHT).withLanguage(Language.ENGLISH));
    window.stage().setWidth(1280);
    window.stage().setHeight(800);
    window.open();
    wiring.shell().load();
  }

  @AfterEach
  void closeWindow() {
    interact(window::close);
    settings.close();
    server.close();
    Locale.setDefault(systemLocale);
  }

  Scene scene() {
    return window.stage().getScene();
  }

  String text(String query) {
    return lookup(query).queryLabeled().getText();
  }

  void until(BooleanSupplier promise) {
    await().until(() -> onWindow(promise::getAsBoolean));
  }

  /// Whether there is such a node that can be seen.
  boolean shows(String query) {
    return lookup(query).queryAll().stream().anyMatch(WindowTest::seen);
  }

  private static boolean seen(Node node) {
    for (Node each = node; each != null; each = each.getParent()) {
      if (!each.isVisible()) {
        return false;
      }
    }
    return true;
  }

  <T> T onWindow(Callable<T> question) {
    try {
      return org.testfx.util.WaitForAsyncUtils.asyncFx(question).get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (java.util.concurrent.ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  /// How many nodes the window has.
  int nodes() {
    return onWindow(() -> count(scene().getRoot()));
  }

  private static int count(Node node) {
    var count = 1;
    if (node instanceof Parent parent) {
      for (var child : parent.getChildrenUnmodifiable()) {
        count += count(child);
      }
    }
    return count;
  }

  /// Whether these words can be seen.
  boolean says(String words) {
    return lookup((Node node) -> seen(node) && text(node).contains(words)).tryQuery().isPresent();
  }

  static String text(Node node) {
    return switch (node) {
      case Labeled labeled when labeled.getText() != null -> labeled.getText();
      case Text text -> text.getText();
      default -> "";
    };
  }

  void untilSays(String words) {
    until(() -> says(words));
  }

  void ask(String text) {
    clickOn(".composer-area").write(text).push(KeyCode.ENTER);
  }
}
