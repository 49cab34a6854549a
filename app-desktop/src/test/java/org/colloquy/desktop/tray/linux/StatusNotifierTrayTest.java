package org.colloquy.desktop.tray.linux;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.colloquy.desktop.tray.TrayAction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatusNotifierTrayTest {
  private static final int PATIENCE = 20;

  private final Locale before = Locale.getDefault();
  private final BlockingQueue<TrayAction> chosen = new LinkedBlockingQueue<>();
  private final BlockingQueue<Boolean> shown = new LinkedBlockingQueue<>();
  @TempDir Path folder;
  private SessionBus bus;
  private StatusNotifierTray tray;

  @BeforeEach
  void startBus() {
    Locale.setDefault(Locale.ENGLISH);
    bus = SessionBus.in(folder);
    tray = new StatusNotifierTray(bus.address());
  }

  @AfterEach
  void stopBus() {
    Locale.setDefault(before);
    if (bus != null) {
      tray.close();
      bus.close();
    }
  }

  private void open() {
    tray.open(chosen::add, shown::add);
  }

  private static <T> T next(BlockingQueue<T> queue) throws InterruptedException {
    return Objects.requireNonNull(queue.poll(PATIENCE, TimeUnit.SECONDS), "nothing was told");
  }

  @Test
  void putsTheIconOnTheDesktopsListAndSaysWhatItIs() throws Exception {
    try (var listed = bus.watch()) {
      open();
      var name = next(listed.names());
      assertThat(next(shown)).isTrue();
      var told =
          bus.call(
              name,
              "/StatusNotifierItem",
              "org.freedesktop.DBus.Properties.GetAll",
              "string:org.kde.StatusNotifierItem");
      assertThat(told)
          .contains("string \"Id\"", "string \"colloquy\"", "object path \"/Menu\"")
          .containsPattern("string \"ItemIsMenu\"\\s+variant\\s+boolean false")
          .containsPattern("\"IconPixmap\"\\s+variant\\s+array \\[\\s+struct \\{\\s+int32 48\\s+");
      bus.call(
          name, "/StatusNotifierItem", "org.kde.StatusNotifierItem.Activate", "int32:5", "int32:5");
      assertThat(next(chosen)).isEqualTo(TrayAction.OPEN);
    }
  }

  @Test
  void offersAMenuInTheLanguageOfNow() throws Exception {
    try (var listed = bus.watch()) {
      open();
      var name = next(listed.names());
      assertThat(menu(name))
          .containsSubsequence(
              "Open Colloquy", "Quick ask…", "New conversation", "string \"Quit\"");
      bus.click(name, 2);
      bus.click(name, 4);
      assertThat(next(chosen)).isEqualTo(TrayAction.QUICK_ASK);
      assertThat(next(chosen)).isEqualTo(TrayAction.QUIT);
      Locale.setDefault(Locale.FRENCH);
      tray.renamed();
      assertThat(menu(name)).contains("uint32 2", "Nouvelle conversation", "Quitter");
      var some =
          bus.call(
              name,
              "/Menu",
              "com.canonical.dbusmenu.GetGroupProperties",
              "array:int32:3",
              "array:string:label");
      assertThat(some).contains("int32 3", "Nouvelle conversation").doesNotContain("Quitter");
    }
  }

  private String menu(String name) {
    return bus.call(
        name, "/Menu", "com.canonical.dbusmenu.GetLayout", "int32:0", "int32:-1", "array:string:");
  }

  @Test
  void comesAndGoesWithTheDesktopsList() throws Exception {
    open();
    var first = bus.watch();
    next(first.names());
    assertThat(next(shown)).isTrue();
    first.close();
    assertThat(next(shown)).isFalse();
    try (var second = bus.watch()) {
      next(second.names());
      assertThat(next(shown)).isTrue();
    }
  }

  @Test
  void isTakenAwayAndShownAgain() throws Exception {
    try (var listed = bus.watch()) {
      open();
      next(listed.names());
      tray.close();
      tray.renamed();
      open();
      assertThat(bus.call(next(listed.names()), "/Menu", "org.freedesktop.DBus.Peer.Ping"))
          .contains("method return");
    }
  }

  @Test
  void bearsThatTheBusGoesAway() throws Exception {
    try (var listed = bus.watch()) {
      open();
      next(listed.names());
      assertThat(next(shown)).isTrue();
      bus.close();
      assertThat(next(shown)).isFalse();
      tray.renamed();
      tray.close();
      open();
      assertThat(shown).isEmpty();
    }
  }

  @Test
  void isSilentWhereThereIsNoBus() {
    for (var address : new String[] {"", "unix:path=" + folder.resolve("none"), "nonsense"}) {
      var nowhere = new StatusNotifierTray(address);
      nowhere.open(chosen::add, shown::add);
      nowhere.renamed();
      nowhere.close();
    }
    assertThat(shown).isEmpty();
  }
}
