package org.colloquy.model;

import java.util.UUID;

/// Names a saved prompt.
public record SavedPromptId(UUID value) {
  @Override
  public String toString() {
    return value.toString();
  }
}
