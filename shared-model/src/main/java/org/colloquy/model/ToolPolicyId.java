package org.colloquy.model;

import java.util.UUID;

/// Names what a person decided about a tool.
public record ToolPolicyId(UUID value) {
  @Override
  public String toString() {
    return value.toString();
  }
}
