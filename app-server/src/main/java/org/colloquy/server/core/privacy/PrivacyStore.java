package org.colloquy.server.core.privacy;

/// Keeps whether anything may leave this machine.
public interface PrivacyStore {
  /// Whether nothing may.
  boolean staysHere();

  /// Keeps it.
  void put(boolean staysHere);
}
