package org.colloquy.server.config;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/// Where this system keeps a program's keys: apart from its data, so that a copy of those is worth
/// nothing alone.
public final class KeyFolder {
  private KeyFolder() {}

  /// The folder for the person who runs this: `$XDG_CONFIG_HOME/colloquy/keys` or
  /// `~/.config/colloquy/keys` on Linux (XDG base directory specification),
  /// `~/Library/Preferences/Colloquy/Keys` on macOS, `%APPDATA%\Colloquy\Keys` on Windows.
  ///
  /// @param system the name of the operating system as Java tells it
  public static Path usual(String system, String home, Map<String, String> environment) {
    var name = system.toLowerCase(Locale.ROOT);
    if (name.contains("mac")) {
      return Path.of(home, "Library", "Preferences", "Colloquy", "Keys");
    }
    if (name.contains("windows")) {
      var roaming = environment.getOrDefault("APPDATA", "");
      var folder = roaming.isBlank() ? Path.of(home, "AppData", "Roaming") : Path.of(roaming);
      return folder.resolve("Colloquy").resolve("Keys");
    }
    var config = environment.getOrDefault("XDG_CONFIG_HOME", "");
    // The specification wants relative paths ignored.
    var folder = config.startsWith("/") ? Path.of(config) : Path.of(home, ".config");
    return folder.resolve("colloquy").resolve("keys");
  }
}
