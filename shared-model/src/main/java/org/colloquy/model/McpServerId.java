package org.colloquy.model;

import java.util.UUID;

/// Names a server of tools.
public record McpServerId(UUID value) {
  @Override
  public String toString() {
    return value.toString();
  }
}
