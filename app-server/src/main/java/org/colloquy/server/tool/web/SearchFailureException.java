package org.colloquy.server.tool.web;

import java.io.IOException;

/// A search engine did not tell what it was asked; the message says why, as part of a sentence that
/// begins with the engine's name.
class SearchFailureException extends IOException {
  private static final long serialVersionUID = 1L;

  SearchFailureException(String why) {
    super(why);
  }
}
