package org.colloquy.desktop;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Has the system tell something to a person who looks elsewhere, where it has a command for that:
/// on Linux `notify-send`, on macOS `osascript`.
final class SystemNotice {
  private static final Logger LOG = LoggerFactory.getLogger(SystemNotice.class);

  private SystemNotice() {}

  /// Does nothing where the system has no such command.
  static void show(String words) {
    var command = command(System.getProperty("os.name", ""), words);
    if (!command.isEmpty()) {
      Thread.ofVirtual().start(() -> run(command));
    }
  }

  /// The words are handed over as they are, and never read as a part of the command.
  ///
  /// @param system the name that Java gives it
  /// @return empty when there is none
  static List<String> command(String system, String words) {
    var name = system.toLowerCase(Locale.ROOT);
    if (name.startsWith("linux")) {
      return List.of("notify-send", "--app-name=Colloquy", "--", "Colloquy", words);
    }
    if (name.startsWith("mac")) {
      var script =
          "on run said\ndisplay notification (item 1 of said) with title \"Colloquy\"\nend run";
      return List.of("osascript", "-e", script, words);
    }
    return List.of();
  }

  private static void run(List<String> command) {
    try {
      new ProcessBuilder(command)
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
    } catch (IOException e) {
      LOG.debug("nothing here shows notices", e);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
