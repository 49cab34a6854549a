package org.colloquy.model;

import java.util.UUID;

/// Names a memory.
public record MemoryId(UUID value) {
  @Override
  public String toString() {
    return value.toString();
  }
}
