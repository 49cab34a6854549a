package org.colloquy.desktop.settings;

/// Keeps the token for another server: apart from the settings, where only its owner can read it.
public interface TokenKeep {
  /// The token; empty when none is kept.
  String load();

  void save(String token);

  void forget();
}
