package org.colloquy.server.tool.web;

/// A service does not know what it was asked for.
final class UnknownException extends SearchFailureException {
  private static final long serialVersionUID = 1L;

  UnknownException() {
    super("answered with status 404");
  }
}
