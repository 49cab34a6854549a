package org.colloquy.server.core.group;

import java.util.UUID;

/// Names a group.
public record GroupId(UUID value) {
  @Override
  public String toString() {
    return value.toString();
  }
}
