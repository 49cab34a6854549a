package org.colloquy.desktop.client;

import java.util.List;
import java.util.Map;

/// A server of tools to be added.
///
/// @param command the program and its arguments; empty for one with an address
/// @param address empty for a program
/// @param variables its environment or headers, with their secret values
public record NewMcpServer(
    String name, List<String> command, String address, Map<String, String> variables) {
  public NewMcpServer {
    command = List.copyOf(command);
    variables = Map.copyOf(variables);
  }

  /// Without the values.
  @Override
  public String toString() {
    return name + " " + command + address + " " + variables.keySet();
  }
}
