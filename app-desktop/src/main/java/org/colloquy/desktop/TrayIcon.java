package org.colloquy.desktop;

import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.util.Subscription;
import org.colloquy.desktop.settings.LiveSettings;
import org.colloquy.desktop.tray.Tray;
import org.colloquy.desktop.tray.TrayAction;

/// The program's icon in the tray, while the person wants one and the desktop has a place for it.
/// The window never waits for it.
final class TrayIcon {
  private final Tray tray;
  private final LiveSettings settings;
  private final Consumer<TrayAction> chosen;
  private final Runnable gone;
  private final Executor worker = worker();
  private Subscription bonds = Subscription.EMPTY;
  private boolean shown;

  /// An icon that is not shown yet.
  ///
  /// @param chosen does what a person chose there
  /// @param gone runs when the icon has disappeared by itself
  TrayIcon(Tray tray, LiveSettings settings, Consumer<TrayAction> chosen, Runnable gone) {
    this.tray = tray;
    this.settings = settings;
    this.chosen = chosen;
    this.gone = gone;
  }

  /// One thing after the other, on a thread that ends when there was nothing to do for a while.
  private static Executor worker() {
    var threads = Thread.ofPlatform().daemon().name("tray").factory();
    return new ThreadPoolExecutor(0, 1, 5, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), threads);
  }

  /// Shows it from now on whenever the person wants it.
  void begin() {
    if (tray.possible()) {
      var now = settings.property();
      bonds =
          Subscription.combine(
              now.map(each -> each.tray().icon()).subscribe(this::turn),
              now.map(each -> each.language()).subscribe((_, _) -> worker.execute(tray::renamed)));
    }
  }

  private void turn(boolean wanted) {
    if (wanted) {
      worker.execute(() -> tray.open(this::choose, this::tell));
    } else {
      shown = false;
      worker.execute(tray::close);
    }
  }

  private void choose(TrayAction action) {
    Platform.runLater(() -> chosen.accept(action));
  }

  private void tell(boolean here) {
    Platform.runLater(() -> {
      var before = shown;
      shown = here && settings.get().tray().icon();
      if (before && !here) {
        gone.run();
      }
    });
  }

  /// Whether it can be seen now, as far as is known.
  boolean isShown() {
    return shown;
  }

  /// Tells a person who looks elsewhere, at the icon if that is done there, else as the system
  /// does.
  void notice(String words) {
    worker.execute(() -> {
      if (!tray.tell(words)) {
        SystemNotice.show(words);
      }
    });
  }

  /// Takes it away for good.
  void close() {
    bonds.unsubscribe();
    shown = false;
    worker.execute(tray::close);
  }
}
