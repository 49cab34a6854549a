package org.colloquy.desktop.client;

/// What can be found.
public enum SearchKind {
  CONVERSATION,
  MESSAGE,
  FILE,
  MEMORY
}
