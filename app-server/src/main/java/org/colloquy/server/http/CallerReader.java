package org.colloquy.server.http;

import org.colloquy.server.core.identity.Caller;

/// Finds out who is asking.
public interface CallerReader {
  /// Who sent this request.
  ///
  /// @throws org.colloquy.model.ProblemException NotSignedIn when they do not say, or cannot prove
  ///   it
  Caller read(Exchange exchange);
}
