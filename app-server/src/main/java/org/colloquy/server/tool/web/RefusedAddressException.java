package org.colloquy.server.tool.web;

import java.net.UnknownHostException;

/// No connection is made to this host, because of where it is.
final class RefusedAddressException extends UnknownHostException {
  private static final long serialVersionUID = 1L;

  RefusedAddressException(String host) {
    super(host + " is not a public web server");
  }
}
