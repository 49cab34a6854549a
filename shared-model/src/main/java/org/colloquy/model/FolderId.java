package org.colloquy.model;

import java.util.UUID;

/// Names a folder.
public record FolderId(UUID value) {
  @Override
  public String toString() {
    return value.toString();
  }
}
