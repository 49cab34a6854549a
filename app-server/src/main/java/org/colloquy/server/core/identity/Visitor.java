package org.colloquy.server.core.identity;

/// Where a request came from, as far as a server can tell.
///
/// @param address the IP address it came from; empty for this program itself
/// @param client what the client calls itself, shortened; may be empty, may be a lie
public record Visitor(String address, String client) {
  /// This program itself.
  public static final Visitor PROGRAM = new Visitor("", "");

  private static final int LONGEST_CLIENT = 200;

  public Visitor {
    client = client.length() > LONGEST_CLIENT ? client.substring(0, LONGEST_CLIENT) : client;
  }
}
