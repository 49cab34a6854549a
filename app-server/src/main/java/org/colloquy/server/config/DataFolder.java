package org.colloquy.server.config;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/// Where this system keeps a program's data.
public final class DataFolder {
  private DataFolder() {}

  /// The folder for the person who runs this: `$XDG_DATA_HOME/colloquy` or
  /// `~/.local/share/colloquy` on Linux (XDG base directory specification), `~/Library/Application
  /// Support/Colloquy` on macOS, `%LOCALAPPDATA%\Colloquy` on Windows.
  ///
  /// @param system the name of the operating system as Java tells it
  public static Path usual(String system, String home, Map<String, String> environment) {
    var name = system.toLowerCase(Locale.ROOT);
    if (name.contains("mac")) {
      return Path.of(home, "Library", "Application Support", "Colloquy");
    }
    if (name.contains("windows")) {
      var local = environment.getOrDefault("LOCALAPPDATA", "");
      return local.isBlank()
          ? Path.of(home, "AppData", "Local", "Colloquy")
          : Path.of(local, "Colloquy");
    }
    var data = environment.getOrDefault("XDG_DATA_HOME", "");
    // The specification wants relative paths ignored.
    return data.startsWith("/")
        ? Path.of(data, "colloquy")
        : Path.of(home, ".local", "share", "colloquy");
  }
}
