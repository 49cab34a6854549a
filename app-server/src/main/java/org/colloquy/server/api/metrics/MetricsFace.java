package org.colloquy.server.api.metrics;

import java.util.function.Supplier;
import org.colloquy.server.core.identity.Scope;
import org.colloquy.server.http.CallerReader;
import org.colloquy.server.http.Face;
import org.colloquy.server.http.PathTable;

/// `GET /metrics`, as Prometheus asks for it:
/// <https://prometheus.io/docs/instrumenting/exposition_formats/>.
public final class MetricsFace {
  private static final String TYPE = "text/plain; version=0.0.4; charset=utf-8";

  private MetricsFace() {}

  /// The face.
  ///
  /// @param text all metrics as they are now
  public static Face of(CallerReader callers, Supplier<String> text) {
    var paths =
        new PathTable()
            .signedIn(
                "GET",
                "/metrics",
                Scope.ADMIN,
                (_, exchange) -> exchange.replyText(200, TYPE, text.get()));
    return Face.neutral("metrics", paths, callers);
  }
}
