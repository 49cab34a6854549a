package org.colloquy.server.api.app;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.colloquy.model.ConversationId;
import org.colloquy.model.TurnId;
import org.colloquy.server.core.identity.Caller;
import org.colloquy.server.core.identity.Scope;
import org.colloquy.server.core.shared.SharedConversation;
import org.colloquy.server.core.shared.SharedConversations;
import org.colloquy.server.core.turn.RunningTurns;
import org.colloquy.server.http.Exchange;
import org.colloquy.server.http.PathTable;
import org.jspecify.annotations.Nullable;

/// `/api/shared-conversations`: what others share with somebody.
public final class SharedConversationRoutes {
  private static final String SHARED = "/api/shared-conversations";

  private final SharedConversations shared;
  private final RunningTurns running;

  public SharedConversationRoutes(SharedConversations shared, RunningTurns running) {
    this.shared = shared;
    this.running = running;
  }

  void addTo(PathTable paths) {
    paths
        .signedIn("GET", SHARED, Scope.READ, this::list)
        .signedIn("GET", SHARED + "/{id}", Scope.READ, this::show)
        .signedIn("PUT", SHARED + "/{id}/seen", Scope.WRITE, this::seen);
  }

  private void list(Caller caller, Exchange exchange) {
    exchange.reply(new SharedJson(shared.all(caller).stream().map(this::json).toList()));
  }

  private void show(Caller caller, Exchange exchange) {
    var id = new ConversationId(exchange.id("id", "conversation"));
    exchange.reply(json(shared.get(caller, id)));
  }

  private void seen(Caller caller, Exchange exchange) {
    shared.seen(caller, new ConversationId(exchange.id("id", "conversation")));
    exchange.replyEmpty(204);
  }

  private SharedConversationJson json(SharedConversation found) {
    var conversation = found.conversation();
    return new SharedConversationJson(
        conversation.id().value(),
        conversation.title(),
        conversation.messageCount(),
        conversation.createdAt(),
        conversation.updatedAt(),
        found.owner(),
        AppJson.word(found.right()),
        found.unread(),
        running.in(conversation.id()).map(TurnId::value).orElse(null));
  }

  /// @param owner the username of whose it is
  /// @param unread whether an answer ended in it that the caller has not seen
  record SharedConversationJson(
      UUID id,
      String title,
      int messageCount,
      Instant createdAt,
      Instant updatedAt,
      String owner,
      String right,
      boolean unread,
      @Nullable UUID runningTurn) {}

  record SharedJson(List<SharedConversationJson> conversations) {}
}
