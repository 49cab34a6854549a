package org.colloquy.model;

import java.util.UUID;

/// Names an API key.
public record KeyId(UUID value) {
  @Override
  public String toString() {
    return value.toString();
  }
}
