package org.colloquy.server.api.app;

import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.server.http.Exchange;

/// Reads the `limit` of a list.
final class Limits {
  /// All of it.
  static final int NONE = Integer.MAX_VALUE;

  private Limits() {}

  static int of(Exchange exchange) {
    return exchange.query("limit").map(Limits::parsed).orElse(NONE);
  }

  private static int parsed(String text) {
    try {
      int limit = Integer.parseInt(text);
      if (limit >= 1) {
        return limit;
      }
    } catch (NumberFormatException _) {
      // Told below, as a number that is too small.
    }
    throw new ProblemException(new Problem.Invalid("limit", "This must be at least 1."));
  }
}
