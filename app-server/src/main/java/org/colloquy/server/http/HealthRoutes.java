package org.colloquy.server.http;

import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;

/// Tells those who watch over the server whether it runs and takes requests.
final class HealthRoutes {
  private static final Map<String, String> UP = Map.of("status", "up");

  private final AtomicBoolean closing;

  HealthRoutes(AtomicBoolean closing) {
    this.closing = closing;
  }

  Face face() {
    return Face.forEverybody(
        "health",
        new PathTable()
            .open("GET", "/health/live", this::live)
            .open("GET", "/health/ready", this::ready));
  }

  private void live(Exchange exchange) {
    exchange.reply(UP);
  }

  private void ready(Exchange exchange) {
    if (closing.get()) {
      throw new ProblemException(new Problem.Unavailable("closing"));
    }
    exchange.reply(UP);
  }
}
