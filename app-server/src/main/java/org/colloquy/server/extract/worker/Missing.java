package org.colloquy.server.extract.worker;

import java.io.IOException;

/// The file has no such page or sheet.
final class Missing extends IOException {
  private static final long serialVersionUID = 1;

  /// @param what a word such as `page`
  Missing(String what) {
    super(what);
  }
}
