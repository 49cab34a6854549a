package org.colloquy.server.security.tls;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;

/// A certificate of this server with its key, which is in memory only.
///
/// @param chain the server's own first, then the authority's
public record ServerCertificate(ServerNames names, PrivateKey key, List<X509Certificate> chain) {
  public ServerCertificate {
    chain = List.copyOf(chain);
  }

  /// When it ends.
  public Instant end() {
    return chain.getFirst().getNotAfter().toInstant();
  }

  /// The key stays out of logs.
  @Override
  public String toString() {
    return "certificate until " + end();
  }
}
