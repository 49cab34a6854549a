package org.colloquy.server.core.turn;

/// What a person says when a call waits for permission.
public enum ApprovalAnswer {
  ALLOW,
  /// And all later calls of this tool by this agent.
  ALLOW_ALWAYS,
  REFUSE,
  /// And all later calls of this tool, whoever makes them.
  REFUSE_ALWAYS;

  boolean allows() {
    return this == ALLOW || this == ALLOW_ALWAYS;
  }
}
