package org.colloquy.server.core.provider;

import java.util.Arrays;

/// A secret text. It shows only its end, and is wiped when closed.
public final class Secret implements AutoCloseable {
  private static final int SHOWN = 4;
  private static final int LONG_ENOUGH = 12;

  private final char[] characters;

  private Secret(char[] characters) {
    this.characters = characters;
  }

  /// A secret with its own copy of these characters.
  public static Secret of(CharSequence text) {
    var characters = new char[text.length()];
    for (int i = 0; i < characters.length; i++) {
      characters[i] = text.charAt(i);
    }
    return new Secret(characters);
  }

  /// The whole secret, for the moment it is needed. Lives as long as the caller keeps it.
  public String reveal() {
    return new String(characters);
  }

  /// Its last four characters; empty when it is so short that they would give it away.
  public String lastFour() {
    return characters.length < LONG_ENOUGH
        ? ""
        : new String(characters, characters.length - SHOWN, SHOWN);
  }

  /// Overwrites it.
  @Override
  public void close() {
    Arrays.fill(characters, '\0');
  }

  @Override
  public String toString() {
    return "•••" + lastFour();
  }
}
