package org.colloquy.server.api.app;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.colloquy.model.AgentId;
import org.colloquy.model.ConversationId;
import org.colloquy.model.Memory;
import org.colloquy.model.MemoryId;
import org.colloquy.model.MessageId;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.server.core.agent.Agents;
import org.colloquy.server.core.identity.Caller;
import org.colloquy.server.core.identity.Scope;
import org.colloquy.server.core.memory.Memories;
import org.colloquy.server.http.Exchange;
import org.colloquy.server.http.PathTable;
import org.jspecify.annotations.Nullable;

/// `/api/memories/...`: what is remembered across conversations, and where it was recalled.
public final class MemoryRoutes {
  private final Memories memories;
  private final Agents agents;

  public MemoryRoutes(Memories memories, Agents agents) {
    this.memories = memories;
    this.agents = agents;
  }

  void addTo(PathTable paths) {
    paths
        .signedIn("GET", "/api/memories", Scope.READ, this::list)
        .signedIn("POST", "/api/memories", Scope.WRITE, this::create)
        .signedIn("PATCH", "/api/memories/{id}", Scope.WRITE, this::change)
        .signedIn("DELETE", "/api/memories/{id}", Scope.WRITE, this::remove)
        .signedIn("GET", "/api/conversations/{id}/recalled", Scope.READ, this::recalled);
  }

  private void list(Caller caller, Exchange exchange) {
    var query = exchange.query("query").orElse("");
    var found = query.isBlank() ? memories.all(caller) : memories.search(caller, query);
    exchange.reply(MemoriesJson.of(found));
  }

  private void create(Caller caller, Exchange exchange) {
    var body = exchange.json();
    var text = text(body.path("text").textValue());
    exchange.reply(
        201, MemoryJson.of(memories.create(caller, text, agent(caller, body.path("agent")))));
  }

  /// What the body leaves out stays.
  private void change(Caller caller, Exchange exchange) {
    var body = exchange.json();
    var before = memories.get(caller, id(exchange));
    var text = body.has("text") ? text(body.path("text").textValue()) : before.text();
    var agent = body.has("agent") ? agent(caller, body.path("agent")) : before.agent();
    exchange.reply(MemoryJson.of(memories.change(caller, before.id(), text, agent)));
  }

  private void remove(Caller caller, Exchange exchange) {
    memories.remove(caller, id(exchange));
    exchange.replyEmpty(204);
  }

  private void recalled(Caller caller, Exchange exchange) {
    var conversation = new ConversationId(exchange.id("id", "conversation"));
    var recalled = memories.recalled(caller, conversation, Limits.from(exchange));
    exchange.reply(RecalledJson.of(recalled));
  }

  private static MemoryId id(Exchange exchange) {
    return new MemoryId(exchange.id("id", "memory"));
  }

  private static String text(@Nullable String given) {
    return AppBodies.required(given, "text");
  }

  private @Nullable AgentId agent(Caller caller, JsonNode given) {
    if (given.isMissingNode() || given.isNull()) {
      return null;
    }
    return Exchange.uuid(given.asText())
        .map(id -> agents.get(caller, new AgentId(id)).id())
        .orElseThrow(() -> new ProblemException(new Problem.NotFound("agent")));
  }

  record MemoriesJson(List<MemoryJson> memories) {
    static MemoriesJson of(List<Memory> memories) {
      return new MemoriesJson(memories.stream().map(MemoryJson::of).toList());
    }
  }

  /// @param agent the only agent that recalls it; null for all of them
  record MemoryJson(
      UUID id,
      long number,
      @Nullable UUID agent,
      String text,
      Instant createdAt,
      Instant changedAt) {
    static MemoryJson of(Memory memory) {
      var agent = memory.agent();
      return new MemoryJson(
          memory.id().value(),
          memory.number(),
          agent == null ? null : agent.value(),
          memory.text(),
          memory.createdAt(),
          memory.changedAt());
    }
  }

  /// Which memories answers were given with.
  record RecalledJson(List<AnswerJson> recalled) {
    static RecalledJson of(Map<MessageId, List<Memory>> recalled) {
      return new RecalledJson(
          recalled.entrySet().stream()
              .map(one ->
                  new AnswerJson(
                      one.getKey().value(), one.getValue().stream().map(MemoryJson::of).toList()))
              .toList());
    }
  }

  record AnswerJson(UUID message, List<MemoryJson> memories) {}
}
