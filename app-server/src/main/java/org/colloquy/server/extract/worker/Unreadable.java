package org.colloquy.server.extract.worker;

import java.io.IOException;

/// The file cannot be read, for a reason that a person understands.
final class Unreadable extends IOException {
  private static final long serialVersionUID = 1;

  /// @param why a sentence
  Unreadable(String why) {
    super(why);
  }

  Unreadable(String why, Throwable cause) {
    super(why, cause);
  }
}
