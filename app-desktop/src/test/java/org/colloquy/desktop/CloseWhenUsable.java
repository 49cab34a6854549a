package org.colloquy.desktop;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import org.awaitility.Awaitility;

/// Starts the program as its launcher does, waits until one could ask something, says how long that
/// took, and closes the window as a person would.
final class CloseWhenUsable {
  private CloseWhenUsable() {}

  public static void main(String[] arguments) {
    DesktopMain.main(arguments);
    var usable = new AtomicBoolean();
    Runnable look = () -> Platform.runLater(() -> usable.set(usable()));
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofMillis(20))
        .until(() -> {
          look.run();
          return usable.get();
        });
    System.out.println("usable after " + ManagementFactory.getRuntimeMXBean().getUptime() + " ms");
    Platform.runLater(() -> {
      var window = Window.getWindows().getFirst();
      window.fireEvent(new WindowEvent(window, WindowEvent.WINDOW_CLOSE_REQUEST));
    });
  }

  private static boolean usable() {
    for (var window : Window.getWindows()) {
      Node button = window.getScene().lookup("#modelButton");
      if (button instanceof Button model && model.getText().contains("Built-in")) {
        return true;
      }
    }
    return false;
  }
}
