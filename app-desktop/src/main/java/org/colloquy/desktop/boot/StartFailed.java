package org.colloquy.desktop.boot;

/// The server cannot start, and why.
public final class StartFailed extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String sentence;

  /// Why it cannot start.
  ///
  /// @param sentence for people
  public StartFailed(String sentence, Throwable cause) {
    super(cause);
    this.sentence = sentence;
  }

  public String sentence() {
    return sentence;
  }

  /// The technical side.
  public String details() {
    return String.valueOf(getMessage());
  }
}
