package org.colloquy.server.core.shared;

import java.util.UUID;

/// Names a share.
public record ShareId(UUID value) {
  @Override
  public String toString() {
    return value.toString();
  }
}
