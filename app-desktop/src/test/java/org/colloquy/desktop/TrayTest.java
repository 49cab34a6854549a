package org.colloquy.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javafx.stage.WindowEvent;
import org.colloquy.desktop.boot.OneWindow;
import org.colloquy.desktop.settings.Look;
import org.colloquy.desktop.tray.Tray;
import org.colloquy.desktop.tray.linux.SessionBus;
import org.colloquy.desktop.tray.linux.StatusNotifierTray;
import org.colloquy.desktop.ui.shell.ShellViewModel.Dialog;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The program as a person has it, on a desktop with a tray.
class TrayTest extends WholeProgram {
  private static final int OPEN = 1;
  private static final int QUICK_ASK = 2;
  private static final int NEW_CONVERSATION = 3;
  private static final int QUIT = 4;

  private SessionBus bus;
  private SessionBus.Listed listed;

  @BeforeEach
  void startDesktop() throws Exception {
    bus = SessionBus.in(folder);
    listed = bus.watch();
  }

  @AfterEach
  void endDesktop() {
    if (bus != null) {
      listed.close();
      bus.close();
    }
  }

  @Override
  Tray tray() {
    return new StatusNotifierTray(bus.address());
  }

  private String icon() throws InterruptedException {
    return Objects.requireNonNull(listed.names().poll(30, TimeUnit.SECONDS), "there is no icon");
  }

  /// As the desktop's button for it does.
  private void closeWindow(Running program) {
    var stage = program.scene().getWindow();
    interact(() -> stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST)));
  }

  private void keepRunning(Running program) {
    interact(() -> program.show(Dialog.SETTINGS));
    until(() -> shows("Keep running there"));
    clickOn("#keepRunning");
    program.picture("settings-tray-light");
    program.look(Look.DARK);
    program.picture("settings-tray-dark");
    interact(() -> program.show(Dialog.NONE));
  }

  @Test
  void doesFromTheTrayWhatItsMenuSays() throws Exception {
    try (var program = new Running()) {
      var icon = icon();
      interact(program::minimize);
      bus.click(icon, OPEN);
      until(() -> !program.isMinimized());
      bus.click(icon, QUICK_ASK);
      until(() ->
          listWindows().stream().anyMatch(each -> each.getScene().lookup(".quick-ask") != null));
      interact(program::minimize);
      bus.click(icon, NEW_CONVERSATION);
      until(() -> !program.isMinimized());
      bus.click(icon, QUIT);
      program.awaitEnd();
    }
  }

  @Test
  void goesOnInTheTrayWhenThePersonWantsThat() throws Exception {
    try (var program = new Running()) {
      var icon = icon();
      keepRunning(program);
      closeWindow(program);
      until(() -> !program.isShown());
      bus.click(icon, OPEN);
      until(program::isShown);
      closeWindow(program);
      until(() -> !program.isShown());
      assertThat(OneWindow.raise(folder, Optional.empty())).isTrue();
      until(program::isShown);
      closeWindow(program);
      until(() -> !program.isShown());
      bus.close();
      until(program::isShown);
      closeWindow(program);
      program.awaitEnd();
    }
  }

  @Test
  void endsWithItsWindowWhenNobodySaidOtherwise() throws Exception {
    try (var program = new Running()) {
      icon();
      closeWindow(program);
      program.awaitEnd();
    }
  }

  @Test
  void hasNoIconWhenThePersonWantsNone() throws Exception {
    try (var program = new Running()) {
      var icon = icon();
      interact(() -> program.show(Dialog.SETTINGS));
      until(() -> shows("Keep running there"));
      clickOn("#trayIcon");
      until(() -> !bus.has(icon));
      clickOn("#trayIcon");
      assertThat(icon()).isEqualTo(icon);
    }
  }
}
