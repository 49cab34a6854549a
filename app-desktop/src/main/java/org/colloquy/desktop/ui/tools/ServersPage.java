package org.colloquy.desktop.ui.tools;

import org.colloquy.desktop.client.McpServerEntry;

/// What is shown of the servers of tools.
public sealed interface ServersPage {
  /// All of them.
  record All() implements ServersPage {}

  /// The form that adds one.
  record Adding() implements ServersPage {}

  /// One of them, with all that it has.
  record One(McpServerEntry server) implements ServersPage {}
}
