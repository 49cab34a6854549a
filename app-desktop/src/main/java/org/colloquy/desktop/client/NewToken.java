package org.colloquy.desktop.client;

/// A program's token at the only moment when it is known.
public record NewToken(TokenEntry entry, String token) {
  @Override
  public String toString() {
    return entry.toString();
  }
}
