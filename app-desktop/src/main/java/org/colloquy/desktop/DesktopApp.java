package org.colloquy.desktop;

import java.time.Clock;
import java.time.ZoneId;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import org.colloquy.desktop.background.WindowBackground;
import org.colloquy.desktop.boot.EmbeddedServer;
import org.colloquy.desktop.boot.StartFailed;
import org.colloquy.desktop.client.ServerAddress;
import org.colloquy.desktop.settings.LiveSettings;
import org.colloquy.desktop.settings.SettingsFile;
import org.jspecify.annotations.Nullable;

/// The program with a window: the server starts beside the window and ends with it.
public final class DesktopApp {
  private final DesktopArguments arguments;
  private final ServerAddress address = new ServerAddress();
  private final CountDownLatch started = new CountDownLatch(1);
  private final LiveSettings settings;
  private final Wiring wiring;
  private volatile @Nullable EmbeddedServer server;
  private @Nullable MainWindow window;

  public DesktopApp(DesktopArguments arguments) {
    this.arguments = arguments;
    var background = new WindowBackground();
    var file = EmbeddedServer.dataFolder(arguments).resolve("desktop.json");
    settings = new LiveSettings(new SettingsFile(file), background);
    wiring =
        new Wiring(
            new Wiring.Outside(
                address,
                background,
                settings,
                Clock.system(ZoneId.systemDefault()),
                new Browser()::open,
                this::quit));
  }

  /// Starts the server while the window is still being made.
  public void startServer() {
    Thread.ofPlatform().name("server-start").start(this::runServer);
  }

  private void runServer() {
    try {
      var running = EmbeddedServer.start(arguments);
      server = running;
      address.ready(running.address(), running.localToken());
    } catch (StartFailed e) {
      address.failed(e.sentence());
      Platform.runLater(() -> wiring.problem().tell(e.sentence(), e.details()));
    } finally {
      started.countDown();
    }
  }

  /// Shows the window. It may be used before the server answers; what it asks waits.
  public void openWindow() {
    var opened = new MainWindow(wiring, settings, this::quit);
    window = opened;
    opened.open();
    wiring.shell().load();
  }

  /// Closes the window, then the server, then the program.
  private void quit() {
    if (window != null) {
      window.close();
    }
    settings.close();
    Thread.ofPlatform().name("quit").start(this::end);
  }

  private void end() {
    try {
      started.await();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    var running = server;
    if (running != null) {
      running.close();
    }
    Platform.exit();
  }
}
