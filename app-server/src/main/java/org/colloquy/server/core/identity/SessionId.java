package org.colloquy.server.core.identity;

import java.util.UUID;

/// Names a session.
public record SessionId(UUID value) {
  /// The id with this text, as [#toString] writes it.
  static SessionId of(String text) {
    return new SessionId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
