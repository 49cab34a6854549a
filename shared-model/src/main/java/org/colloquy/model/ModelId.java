package org.colloquy.model;

import java.util.UUID;

/// Names a model.
public record ModelId(UUID value) {
  @Override
  public String toString() {
    return value.toString();
  }
}
