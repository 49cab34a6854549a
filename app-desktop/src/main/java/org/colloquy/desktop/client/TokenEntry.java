package org.colloquy.desktop.client;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// A program that may use the account.
///
/// @param scopes what it may do, in the server's words
/// @param lastFour the end of its token
public record TokenEntry(
    UUID id, String name, List<String> scopes, String lastFour, Instant expiresAt) {
  public TokenEntry {
    scopes = List.copyOf(scopes);
  }
}
