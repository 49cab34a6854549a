package org.colloquy.model;

import java.util.UUID;

/// Names an agent.
public record AgentId(UUID value) {
  /// The agent of this number that everybody has.
  public static AgentId builtIn(long number) {
    return new AgentId(new UUID(0, number));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
