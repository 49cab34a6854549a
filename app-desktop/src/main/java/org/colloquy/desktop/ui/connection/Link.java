package org.colloquy.desktop.ui.connection;

import org.colloquy.desktop.client.Contact;

/// The server that the window shows.
///
/// @param host where another one is; empty for the program's own
public record Link(String host, Contact contact) {
  /// Whether it is the program's own.
  public boolean isOwn() {
    return host.isEmpty();
  }

  Link with(Contact now) {
    return new Link(host, now);
  }
}
