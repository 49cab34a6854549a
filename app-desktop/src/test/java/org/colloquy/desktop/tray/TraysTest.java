package org.colloquy.desktop.tray;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Map;
import org.colloquy.desktop.tray.linux.StatusNotifierTray;
import org.colloquy.desktop.tray.windows.AwtTray;
import org.junit.jupiter.api.Test;

class TraysTest {
  private static final Map<String, String> BUS =
      Map.of("DBUS_SESSION_BUS_ADDRESS", "unix:abstract=/tmp/x,guid=1;unix:path=/run/user/1/bus");

  @Test
  void choosesByTheSystem() {
    assertThat(Trays.of("Linux", BUS)).isInstanceOf(StatusNotifierTray.class);
    assertThat(Trays.of("Windows 11", Map.of())).isInstanceOf(AwtTray.class);
    assertThat(Trays.of("Mac OS X", Map.of())).isInstanceOf(NoTray.class);
  }

  @Test
  void needsNoOtherToolkitOnLinux() {
    assertThat(Trays.of("Linux", BUS).needsAwt()).isFalse();
    assertThat(Trays.of("Mac OS X", BUS).needsAwt()).isFalse();
  }

  @Test
  void knowsWhereThereCanBeNone() {
    assertThat(Trays.of("Linux", BUS).possible()).isTrue();
    assertThat(Trays.of("Linux", Map.of()).possible()).isFalse();
    assertThat(Trays.of("Mac OS X", Map.of()).possible()).isFalse();
  }

  /// These tests have no toolkit of AWT's.
  @Test
  void hasNoIconWhereAwtHasNoPlaceForOne() {
    var shown = new ArrayList<Boolean>();
    var tray = new AwtTray();
    tray.open(_ -> {}, shown::add);
    tray.renamed();
    assertThat(tray.tell("words")).isFalse();
    tray.close();
    assertThat(shown).isEmpty();
  }
}
