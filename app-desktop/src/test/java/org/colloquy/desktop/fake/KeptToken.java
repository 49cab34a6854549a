package org.colloquy.desktop.fake;

import org.colloquy.desktop.settings.TokenKeep;

/// Keeps a token in memory.
public final class KeptToken implements TokenKeep {
  private volatile String token = "";

  @Override
  public String load() {
    return token;
  }

  @Override
  public void save(String kept) {
    token = kept;
  }

  @Override
  public void forget() {
    token = "";
  }
}
