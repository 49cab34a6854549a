package org.colloquy.server.core.identity;

/// Makes secrets that nobody can guess, and what may be kept of them.
public interface SecretMaker {
  /// A secret of 256 bits for programs.
  String token();

  /// A secret of 128 bits or more in groups of letters and digits, for people to read and type.
  String code();

  /// A code as it was made, however it was typed.
  String typed(String code);

  /// What tells a secret from all others and does not give it away.
  String hash(String secret);

  /// Another secret, always the same one for these two. Who does not have both cannot tell it.
  String successor(String secret, String salt);
}
