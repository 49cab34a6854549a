package org.colloquy.desktop.client;

/// The server did not answer at all, or stopped in the middle.
public final class Unreachable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public Unreachable(String detail) {
    super(detail);
  }

  public Unreachable(String detail, Throwable cause) {
    super(detail, cause);
  }

  /// The technical reason.
  public String detail() {
    var message = getMessage();
    return message == null ? "" : message;
  }
}
