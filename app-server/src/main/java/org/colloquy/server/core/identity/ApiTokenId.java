package org.colloquy.server.core.identity;

import java.util.UUID;

/// Names a token for a program. It is not the token.
public record ApiTokenId(UUID value) {
  @Override
  public String toString() {
    return value.toString();
  }
}
