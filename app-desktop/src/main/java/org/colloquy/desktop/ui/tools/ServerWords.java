package org.colloquy.desktop.ui.tools;

import java.util.List;
import java.util.stream.Collectors;
import org.colloquy.desktop.client.McpServerEntry;
import org.colloquy.desktop.text.Text;

/// What is said of a server of tools.
final class ServerWords {
  private ServerWords() {}

  /// A program and its arguments in one line; words with blanks in them stand in quotes.
  static String command(List<String> words) {
    return words.stream()
        .map(word -> word.isEmpty() || word.matches("(?s).*[\\s\"].*") ? quoted(word) : word)
        .collect(Collectors.joining(" "));
  }

  private static String quoted(String word) {
    return "\"" + word.replace("\"", "\\\"") + "\"";
  }

  /// Where it is.
  static String place(McpServerEntry server) {
    return server.command().isEmpty() ? server.address() : command(server.command());
  }

  /// How it stands with it, in one line.
  static String state(McpServerEntry server) {
    return switch (server.state()) {
      case OFF -> Text.of("tools.state.off");
      case CONNECTING -> Text.of("tools.state.connecting");
      case FAILED ->
          server.sentence().isEmpty()
              ? Text.of("tools.state.failed")
              : Text.of("tools.state.failed.because", server.sentence());
      case CHANGED -> Text.of("tools.state.changed", server.tools().size());
      case READY -> Text.of("tools.state.ready", server.tools().size());
    };
  }

  /// The style class that goes with it.
  static String style(McpServerEntry server) {
    return switch (server.state()) {
      case OFF, CONNECTING -> "state-quiet";
      case FAILED -> "state-failed";
      case CHANGED -> "state-waiting";
      case READY -> "state-ready";
    };
  }
}
