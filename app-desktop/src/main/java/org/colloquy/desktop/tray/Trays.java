package org.colloquy.desktop.tray;

import java.util.Locale;
import java.util.Map;
import org.colloquy.desktop.tray.linux.StatusNotifierTray;
import org.colloquy.desktop.tray.windows.AwtTray;

/// Which tray a system has.
public final class Trays {
  private Trays() {}

  /// The tray that this system has, or none.
  ///
  /// @param system the name that Java gives it
  /// @param environment the variables of this process
  public static Tray of(String system, Map<String, String> environment) {
    var name = system.toLowerCase(Locale.ROOT);
    if (name.startsWith("linux")) {
      return new StatusNotifierTray(environment.getOrDefault("DBUS_SESSION_BUS_ADDRESS", ""));
    }
    if (name.startsWith("windows")) {
      return new AwtTray();
    }
    return new NoTray();
  }
}
