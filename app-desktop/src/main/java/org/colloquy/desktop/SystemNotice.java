package org.colloquy.desktop;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Has the system tell something to a person who looks elsewhere, where it has a command for that:
/// on Linux `notify-send`, on macOS `osascript`, on Windows PowerShell.
final class SystemNotice {
  private static final Logger LOG = LoggerFactory.getLogger(SystemNotice.class);

  /// The variable in which PowerShell finds the words.
  private static final String WORDS = "COLLOQUY_NOTICE";

  /// Windows shows notices of programs that it knows; PowerShell is one of them.
  private static final String KNOWN_TO_WINDOWS =
      "{1AC14E77-02E7-4E5D-B744-2EB1AE5198B7}\\WindowsPowerShell\\v1.0\\powershell.exe";

  /// The words become a text in the notice, whatever they are. Without quotation marks that a
  /// command line would take for its own.
  private static final String TOAST =
      String.join(
          "; ",
          "$m = [Windows.UI.Notifications.ToastNotificationManager, Windows.UI.Notifications,"
              + " ContentType = WindowsRuntime]",
          "$x = $m::GetTemplateContent([Windows.UI.Notifications.ToastTemplateType]::ToastText02)",
          "$t = $x.GetElementsByTagName('text')",
          "$null = $t.Item(0).AppendChild($x.CreateTextNode('Colloquy'))",
          "$null = $t.Item(1).AppendChild($x.CreateTextNode($env:" + WORDS + "))",
          "$n = New-Object Windows.UI.Notifications.ToastNotification($x)",
          "$m::CreateToastNotifier('" + KNOWN_TO_WINDOWS + "').Show($n)");

  private SystemNotice() {}

  /// What is run for a notice.
  ///
  /// @param words empty when there is no such command
  /// @param variables what it finds in its environment
  record Command(List<String> words, Map<String, String> variables) {}

  /// Does nothing where the system has no such command.
  static void show(String words) {
    var command = command(System.getProperty("os.name", ""), words);
    if (!command.words().isEmpty()) {
      Thread.ofVirtual().start(() -> run(command));
    }
  }

  /// The words are handed over as they are, and never read as a part of the command.
  ///
  /// @param system the name that Java gives it
  static Command command(String system, String words) {
    var name = system.toLowerCase(Locale.ROOT);
    if (name.startsWith("linux")) {
      return new Command(
          List.of("notify-send", "--app-name=Colloquy", "--", "Colloquy", words), Map.of());
    }
    if (name.startsWith("mac")) {
      var script =
          "on run said\ndisplay notification (item 1 of said) with title \"Colloquy\"\nend run";
      return new Command(List.of("osascript", "-e", script, words), Map.of());
    }
    if (name.startsWith("windows")) {
      return new Command(
          List.of(
              "powershell.exe",
              "-NoProfile",
              "-NonInteractive",
              "-WindowStyle",
              "Hidden",
              "-Command",
              TOAST),
          Map.of(WORDS, words));
    }
    return new Command(List.of(), Map.of());
  }

  private static void run(Command command) {
    try {
      var builder = new ProcessBuilder(command.words());
      builder.environment().putAll(command.variables());
      builder
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
