package org.colloquy.server.api.chatrest;

import org.colloquy.server.api.chatrest.ChatrestBodies.ChatBody;
import org.colloquy.server.api.chatrest.ChatrestBodies.LineBody;
import org.colloquy.server.api.chatrest.ChatrestJson.ChatJson;
import org.colloquy.server.core.identity.Caller;
import org.colloquy.server.core.identity.Scope;
import org.colloquy.server.core.turn.Completions;
import org.colloquy.server.http.Exchange;
import org.colloquy.server.http.Json;
import org.colloquy.server.http.OpenAiSseSink;
import org.colloquy.server.http.OpenAiWholeSink;
import org.colloquy.server.http.PathTable;
import org.jspecify.annotations.Nullable;

/// `/chat/stream` and `/llm/chat`: answers to what the client brings along. It stores them itself.
public final class CompletionRoutes {
  private final Completions completions;

  public CompletionRoutes(Completions completions) {
    this.completions = completions;
  }

  void addTo(PathTable paths) {
    paths
        .signedIn("GET", "/chat/stream", Scope.WRITE, this::stream)
        .signedIn("POST", "/llm/chat", Scope.WRITE, this::answer);
  }

  private void stream(Caller caller, Exchange exchange) {
    completions.run(
        caller,
        query(exchange).request(),
        completion -> new OpenAiSseSink(exchange.streamLines("text/event-stream"), completion));
  }

  private static ChatBody query(Exchange exchange) {
    var messages =
        exchange
            .query("messages")
            .map(json -> Json.<@Nullable LineBody>list(json, LineBody.class, "messages"));
    return new ChatBody(
        exchange.query("provider_id").orElse(null),
        exchange.query("model").orElse(null),
        messages.orElse(null));
  }

  private void answer(Caller caller, Exchange exchange) {
    completions.run(
        caller,
        exchange.body(ChatBody.class).request(),
        completion -> new OpenAiWholeSink(completion, whole -> exchange.reply(ChatJson.of(whole))));
  }
}
