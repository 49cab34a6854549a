package org.colloquy.desktop.ui.search;

/// Who said what is looked for.
public enum Speaker {
  ANYBODY(""),
  YOU("user"),
  MODEL("assistant"),
  TOOL("tool");

  private final String role;

  Speaker(String role) {
    this.role = role;
  }

  /// What the server calls it; empty for whoever.
  String role() {
    return role;
  }
}
