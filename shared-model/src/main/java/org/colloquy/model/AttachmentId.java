package org.colloquy.model;

import java.util.UUID;

/// Names an attachment.
public record AttachmentId(UUID value) {
  @Override
  public String toString() {
    return value.toString();
  }
}
