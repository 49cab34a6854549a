package org.colloquy.desktop.client;

import java.util.List;
import java.util.UUID;

/// A server of tools, and how it stands with it.
///
/// @param command the program and its arguments; empty for one with an address
/// @param address empty for a program
/// @param variables the names of its environment or headers; their values are never told
/// @param sentence why it is not there; empty when it is
/// @param hash of its tools, to approve them by; empty while they are not known
public record McpServerEntry(
    UUID id,
    String name,
    List<String> command,
    String address,
    List<String> variables,
    boolean on,
    McpState state,
    String sentence,
    String hash,
    List<McpToolEntry> tools) {
  public McpServerEntry {
    command = List.copyOf(command);
    variables = List.copyOf(variables);
    tools = List.copyOf(tools);
  }
}
