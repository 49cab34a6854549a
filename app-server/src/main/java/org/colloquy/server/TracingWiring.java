package org.colloquy.server;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.colloquy.server.core.turn.ChatModels;
import org.colloquy.server.core.turn.TurnWatch;
import org.colloquy.server.http.RequestWatch;
import org.colloquy.server.metrics.Metrics;
import org.colloquy.server.outbound.OutboundGuard;
import org.colloquy.server.outbound.Reach;
import org.colloquy.server.tool.web.JsonPost;
import org.colloquy.server.tool.web.WebClient;
import org.colloquy.server.tracing.Traces;
import org.jspecify.annotations.Nullable;

/// Makes what watches over requests, turns and models: metrics, and traces when somebody wants
/// them.
final class TracingWiring {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private TracingWiring() {}

  /// Who watches.
  ///
  /// @param models puts a watch around models
  record Watches(RequestWatch requests, TurnWatch turns, UnaryOperator<ChatModels> models) {}

  /// @param collector where traces go; null for nowhere, and then nothing of it is loaded
  static Watches watches(
      @Nullable URI collector, Metrics metrics, OutboundGuard guard, Openings open) {
    if (collector == null) {
      return new Watches(metrics, TurnWatch.NONE, metrics::watching);
    }
    // Where whoever runs the server says that the collector is, it may be anywhere.
    var post =
        new JsonPost(
            new WebClient("Colloquy/" + Version.current(), guard.to(new Reach.Named()), PATIENCE));
    var traces =
        open.add(
            new Traces(
                json -> post.post(collector, Map.of(), json, "Content-Type", _ -> {}),
                Version.current()));
    return new Watches(
        traces.around(metrics), traces, all -> metrics.watching(traces.watching(all)));
  }
}
