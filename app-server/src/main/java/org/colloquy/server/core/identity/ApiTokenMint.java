package org.colloquy.server.core.identity;

/// Makes tokens for programs, and knows them by their look.
public interface ApiTokenMint {
  /// A new one that nobody can guess.
  String make();

  /// Whether a text can be one. Most others are told without looking further.
  boolean isOne(String text);

  /// What is kept of a token: always the same one, and nothing to get the token from.
  String fingerprint(String token);
}
