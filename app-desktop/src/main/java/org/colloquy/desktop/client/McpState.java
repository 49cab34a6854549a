package org.colloquy.desktop.client;

/// Whether the tools of a server can be used.
public enum McpState {
  OFF,
  CONNECTING,
  FAILED,
  /// It is there, and its tools are not those that the person approved.
  CHANGED,
  READY
}
