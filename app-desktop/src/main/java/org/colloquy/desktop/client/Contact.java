package org.colloquy.desktop.client;

/// Whether the server answers.
public enum Contact {
  THERE,
  LOST
}
