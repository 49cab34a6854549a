package org.colloquy.model;

import java.util.UUID;

/// Names a table of a conversation.
public record TableId(UUID value) {
  @Override
  public String toString() {
    return value.toString();
  }
}
