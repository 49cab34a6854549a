package org.colloquy.desktop;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// What the program was started with.
///
/// @param dataFolder where everything is kept; null for this system's usual place
/// @param port where the server listens; null for the usual one, or another when that is taken
public record DesktopArguments(@Nullable Path dataFolder, @Nullable Integer port) {
  /// Reads `--data FOLDER` and `--port NUMBER`; `--data=FOLDER` is understood as well.
  public static DesktopArguments from(String... arguments) {
    var data = value("--data", arguments);
    var port = value("--port", arguments);
    return new DesktopArguments(
        data == null ? null : Path.of(data), port == null ? null : Integer.valueOf(port));
  }

  private static @Nullable String value(String name, String... arguments) {
    for (var i = 0; i < arguments.length; i++) {
      if (arguments[i].startsWith(name + "=")) {
        return arguments[i].substring(name.length() + 1);
      }
      if (arguments[i].equals(name) && i + 1 < arguments.length) {
        return arguments[i + 1];
      }
    }
    return null;
  }
}
