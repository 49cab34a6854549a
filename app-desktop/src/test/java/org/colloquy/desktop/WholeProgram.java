package org.colloquy.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import org.awaitility.Awaitility;
import org.colloquy.desktop.settings.Look;
import org.colloquy.desktop.tray.NoTray;
import org.colloquy.desktop.tray.Tray;
import org.colloquy.desktop.ui.Pictures;
import org.colloquy.desktop.ui.Robots;
import org.colloquy.desktop.ui.shell.ShellViewModel.Dialog;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/// The program as a person has it: the window and its own server.
abstract class WholeProgram extends FxRobot {
  private final Locale before = Locale.getDefault();
  @TempDir Path folder;

  @BeforeEach
  void startToolkit() throws Exception {
    FxToolkit.registerPrimaryStage();
    Robots.make(this);
    Locale.setDefault(Locale.ENGLISH);
  }

  @AfterEach
  void speakAsBefore() {
    Locale.setDefault(before);
  }

  /// Where the program may have an icon.
  Tray tray() {
    return new NoTray();
  }

  /// Neither data nor keys into the home of whoever runs the tests.
  List<String> arguments(String... more) {
    var keys = folder.resolve("secrets.key").toString();
    var arguments =
        new ArrayList<>(List.of("--data", folder.toString(), "--port", "0", "--key-file", keys));
    arguments.addAll(List.of(more));
    return arguments;
  }

  /// The program, running.
  final class Running implements AutoCloseable {
    private final CountDownLatch ended = new CountDownLatch(1);
    private final DesktopApp app;

    /// After the first steps, if it shows them.
    Running(String... more) {
      this(List.of(more));
      interact(() -> app.wiring().shell().dialog().set(Dialog.NONE));
    }

    private Running(List<String> more) {
      app = DesktopApp.start(arguments(more.toArray(String[]::new)), tray(), ended::countDown);
      interact(() -> {
        app.openWindow();
        app.window().orElseThrow().stage().setWidth(1280);
        app.window().orElseThrow().stage().setHeight(800);
        app.settings().change(now -> now.withLook(Look.LIGHT));
      });
    }

    void look(Look look) {
      interact(() -> app.settings().change(now -> now.withLook(look)));
    }

    void openFile(Path file) {
      app.openFile(file);
    }

    void minimize() {
      app.window().orElseThrow().stage().setIconified(true);
    }

    boolean isShown() {
      return scene().getWindow().isShowing();
    }

    void show(Dialog dialog) {
      app.wiring().shell().dialog().set(dialog);
    }

    boolean isMinimized() {
      return app.window().orElseThrow().stage().isIconified();
    }

    Scene scene() {
      return app.window().orElseThrow().stage().getScene();
    }

    void picture(String name) {
      WaitForAsyncUtils.waitForFxEvents();
      interact(() -> Pictures.save(scene(), name));
    }

    /// As if the person closed the window.
    @Override
    public void close() {
      interact(app::quit);
      awaitEnd();
    }

    /// Waits until the program has ended by itself.
    void awaitEnd() {
      try {
        assertThat(ended.await(20, TimeUnit.SECONDS)).isTrue();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /// The program as it shows itself.
  Running untouched() {
    return new Running(List.of());
  }

  static void until(BooleanSupplier promise) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> WaitForAsyncUtils.waitForAsyncFx(20_000, promise::getAsBoolean));
  }

  boolean shows(String words) {
    return lookup((Node node) -> seen(node) && says(node).contains(words)).tryQuery().isPresent();
  }

  private static String says(Node node) {
    return switch (node) {
      case Labeled labeled when labeled.getText() != null -> labeled.getText();
      case Text text -> text.getText();
      default -> "";
    };
  }

  private static boolean seen(Node node) {
    for (Node each = node; each != null; each = each.getParent()) {
      if (!each.isVisible()) {
        return false;
      }
    }
    return true;
  }

  void ask(String text) {
    clickOn(".composer-area").write(text).push(KeyCode.ENTER);
  }
}
