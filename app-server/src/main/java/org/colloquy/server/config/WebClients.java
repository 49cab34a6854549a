package org.colloquy.server.config;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// The web clients that exist for the outside APIs, and where their pages come from when somebody
/// runs them on this computer.
///
/// Only such addresses: what a client's authors have put on the internet is a stranger's page, and
/// has to be allowed by its own origin.
final class WebClients {
  private static final Map<String, List<String>> ORIGINS =
      Map.of(
          "userchat", List.of("http://localhost:3000"),
          "chatrest", List.of("http://localhost:1420"),
          "agents", List.of("http://localhost:3000", "http://localhost:5173"));

  private WebClients() {}

  /// The origins of the client with this name; when there is none, the text itself.
  static List<String> origins(String text) {
    return ORIGINS.getOrDefault(text.toLowerCase(Locale.ROOT), List.of(text));
  }

  /// All names, for people.
  static String names() {
    return ORIGINS.keySet().stream().sorted().collect(Collectors.joining(", "));
  }
}
