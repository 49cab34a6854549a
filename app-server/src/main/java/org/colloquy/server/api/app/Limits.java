package org.colloquy.server.api.app;

import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.server.http.Exchange;

/// Reads the `limit` of a list, and where it begins.
final class Limits {
  /// All of it.
  static final int NONE = Integer.MAX_VALUE;

  private Limits() {}

  static int of(Exchange exchange) {
    return exchange.query("limit").map(Limits::parsed).orElse(NONE);
  }

  /// The number that the wanted ones stay below; greater than any when nothing is said.
  static long before(Exchange exchange) {
    return number(exchange, "before", Long.MAX_VALUE);
  }

  /// The number that the wanted ones begin with; 0 when nothing is said.
  static long from(Exchange exchange) {
    return number(exchange, "from", 0);
  }

  private static long number(Exchange exchange, String name, long otherwise) {
    var text = exchange.query(name).orElse("");
    try {
      return text.isEmpty() ? otherwise : Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw new ProblemException(new Problem.Invalid(name, "This is not a number."), e);
    }
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
