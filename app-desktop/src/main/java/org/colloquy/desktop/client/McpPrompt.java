package org.colloquy.desktop.client;

import java.util.List;

/// A question that a server of tools has ready.
///
/// @param parameters the names of its gaps
public record McpPrompt(String name, String description, List<String> parameters) {
  public McpPrompt {
    parameters = List.copyOf(parameters);
  }
}
