package org.colloquy.server.core.export;

/// How much of a conversation is handed on.
public enum Branches {
  /// The branch that the window shows.
  SHOWN,
  /// Every message.
  ALL
}
