package org.colloquy.desktop.client;

/// A person's word about a tool that waits for it.
public enum Word {
  ALLOW_ONCE(true, ""),
  ALLOW_ALWAYS(true, "always"),
  REFUSE_ONCE(false, ""),
  REFUSE_ALWAYS(false, "never");

  private final boolean allows;
  private final String remember;

  Word(boolean allows, String remember) {
    this.allows = allows;
    this.remember = remember;
  }

  public boolean allows() {
    return allows;
  }

  /// What the server is to remember; empty for nothing.
  String remember() {
    return remember;
  }
}
