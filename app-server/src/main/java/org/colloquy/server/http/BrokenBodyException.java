package org.colloquy.server.http;

/// Where the body of a request ends cannot be told, so nothing that comes after it can be
/// understood either.
final class BrokenBodyException extends RequestFaultException {
  private static final long serialVersionUID = 1L;

  BrokenBodyException(Throwable cause) {
    super(new RequestFault.Malformed("Expecting chunks", 1, 1, 0), cause);
  }
}
