package org.colloquy.server.core.identity;

import java.util.UUID;

/// Names an invitation. It is not its code.
public record InvitationId(UUID value) {
  @Override
  public String toString() {
    return value.toString();
  }
}
