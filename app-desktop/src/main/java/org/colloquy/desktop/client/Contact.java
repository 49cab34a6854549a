package org.colloquy.desktop.client;

/// Whether the server answers.
public enum Contact {
  THERE,
  LOST,
  /// Somebody else answers in its place; it is not asked any more.
  STOPPED
}
