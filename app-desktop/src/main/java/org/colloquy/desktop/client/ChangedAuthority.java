package org.colloquy.desktop.client;

import org.colloquy.model.Fingerprint;

/// Whoever answers is not the server that the window was paired with. Nothing was sent to it.
public final class ChangedAuthority extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Fingerprint expected;
  private final transient Fingerprint shown;

  ChangedAuthority(Fingerprint expected, Fingerprint shown) {
    super("another certificate authority: " + shown);
    this.expected = expected;
    this.shown = shown;
  }

  ChangedAuthority(ChangedAuthority cause) {
    super(cause.getMessage(), cause);
    this.expected = cause.expected;
    this.shown = cause.shown;
  }

  /// What the server is recognised by.
  public Fingerprint expected() {
    return expected;
  }

  /// What was shown instead.
  public Fingerprint shown() {
    return shown;
  }
}
