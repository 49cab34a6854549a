package org.colloquy.server.core.mcp;

import java.util.List;

/// How it stands with a server of tools.
///
/// @param sentence why it is not there; empty when it is
/// @param hash of the tools, to approve them by; empty while they are not known
public record McpStatus(State state, String sentence, String hash, List<Offer> tools) {
  public McpStatus {
    tools = List.copyOf(tools);
  }

  /// Whether its tools can be used.
  public enum State {
    OFF,
    CONNECTING,
    FAILED,
    /// It is there, and its tools are not those that its owner approved.
    CHANGED,
    READY
  }

  /// A tool of the server.
  ///
  /// @param name as models call it
  public record Offer(String name, String description, String schema) {}
}
