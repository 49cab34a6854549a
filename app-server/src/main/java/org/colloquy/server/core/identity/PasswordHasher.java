package org.colloquy.server.core.identity;

/// Turns passwords into hashes that can be kept.
public interface PasswordHasher {
  /// A new hash in PHC form, with its own salt.
  String hash(String password);

  /// Whether the password made this hash. Takes as long for a wrong one.
  boolean matches(String password, String hash);

  /// Whether a hash is easier to guess than those that are made today.
  boolean isWeak(String hash);

  /// A short text that is another one for every other hash, and does not give the hash away.
  String fingerprint(String hash);

  /// A hash that no password makes and that takes as long to check as any other.
  String unmatchable();
}
