package org.colloquy.server.core.identity;

import java.util.Optional;

/// Writes tokens that only this server can have written.
public interface TokenSigner {
  String sign(Token token);

  /// Reads a token; empty when it is forged or unreadable. Does not look at its times.
  Optional<Token> read(String text);
}
