package org.colloquy.server.api.openai;

import org.colloquy.server.core.identity.Caller;
import org.colloquy.server.core.identity.Scope;
import org.colloquy.server.core.turn.Completions;
import org.colloquy.server.http.Exchange;
import org.colloquy.server.http.PathTable;

/// `/v1/chat/completions`: answers to what the client brings along.
public final class CompletionRoutes {
  /// In bytes: room for a picture of 6 MiB and a long talk.
  private static final int LARGEST_BODY = 12 * 1024 * 1024;

  private final Completions completions;

  public CompletionRoutes(Completions completions) {
    this.completions = completions;
  }

  void addTo(PathTable paths) {
    paths.signedIn("POST", "/v1/chat/completions", Scope.WRITE, this::complete);
  }

  private void complete(Caller caller, Exchange exchange) {
    var body = exchange.body(CompletionBody.class, LARGEST_BODY);
    var calls = body.callsAtOnce();
    completions.run(
        caller,
        body.request(),
        completion ->
            body.streams()
                ? new ChunkSink(
                    exchange.streamEvents().slow().whenGone(completion.stop()),
                    completion,
                    body.tellsUsage(),
                    calls)
                : new WholeSink(completion, calls, exchange::reply));
  }
}
