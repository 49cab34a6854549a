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

  /// A copy without the blanks around it, which come along when a key is pasted.
  public Secret stripped() {
    int from = 0;
    int to = characters.length;
    while (from < to && isBlank(characters[from])) {
      from++;
    }
    while (to > from && isBlank(characters[to - 1])) {
      to--;
    }
    return new Secret(Arrays.copyOfRange(characters, from, to));
  }

  public boolean sameAs(Secret other) {
    return Arrays.equals(characters, other.characters);
  }

  public boolean isEmpty() {
    return characters.length == 0;
  }

  /// In characters.
  public int length() {
    return characters.length;
  }

  /// Whether it can stand in a header: visible ASCII only.
  public boolean isPrintable() {
    for (char character : characters) {
      if (character <= ' ' || character >= 0x7f) {
        return false;
      }
    }
    return true;
  }

  /// Its last four characters; empty when it is so short that they would give it away.
  public String lastFour() {
    return characters.length < LONG_ENOUGH
        ? ""
        : new String(characters, characters.length - SHOWN, SHOWN);
  }

  private static boolean isBlank(char character) {
    return Character.isWhitespace(character)
        || Character.isSpaceChar(character)
        || character == '\uFEFF'
        || character == '\u200B';
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
