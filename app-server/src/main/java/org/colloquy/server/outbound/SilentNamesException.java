package org.colloquy.server.outbound;

import java.net.UnknownHostException;

/// The name service did not answer in time.
public final class SilentNamesException extends UnknownHostException {
  private static final long serialVersionUID = 1L;

  SilentNamesException(Exception cause) {
    super("the name service does not answer");
    initCause(cause);
  }
}
