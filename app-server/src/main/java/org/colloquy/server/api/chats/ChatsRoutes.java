package org.colloquy.server.api.chats;

import java.util.UUID;
import org.colloquy.model.ConversationId;
import org.colloquy.server.api.chats.ChatsJson.ChatJson;
import org.colloquy.server.api.chats.ChatsJson.LineJson;
import org.colloquy.server.core.conversation.Conversations;
import org.colloquy.server.core.identity.Caller;
import org.colloquy.server.core.identity.Scope;
import org.colloquy.server.http.Answer;
import org.colloquy.server.http.Exchange;
import org.colloquy.server.http.PathTable;

/// `/chats/...` and the messages of `/conversations`.
public final class ChatsRoutes {
  private static final int MOST_MESSAGES = 100;

  private final Conversations conversations;

  public ChatsRoutes(Conversations conversations) {
    this.conversations = conversations;
  }

  void addTo(PathTable paths) {
    paths
        .signedIn("GET", "/chats", Scope.READ, this::list)
        .signedIn("GET", "/chats/{id}", Scope.READ, this::show)
        .signedIn("POST", "/chats/create", Scope.WRITE, this::create)
        .signedIn("PUT", "/chats/update/{id}", Scope.WRITE, this::update)
        .signedIn("DELETE", "/chats/delete/{id}", Scope.WRITE, this::delete)
        .signedIn("GET", "/conversations", Scope.READ, this::listMessages)
        .signedIn("POST", "/conversations/create", Scope.WRITE, this::createMessage);
  }

  private void list(Caller caller, Exchange exchange) {
    exchange.reply(conversations.newestFirst(caller).stream().map(ChatJson::of).toList());
  }

  private void show(Caller caller, Exchange exchange) {
    exchange.reply(ChatJson.of(conversations.get(caller, id(exchange))));
  }

  private void create(Caller caller, Exchange exchange) {
    var fields = Fields.of(exchange);
    var name = fields.text("name");
    fields.check();
    created(exchange, ChatJson.of(conversations.create(caller, name)));
  }

  private void update(Caller caller, Exchange exchange) {
    var id = id(exchange);
    var fields = Fields.of(exchange);
    var name = fields.text("name");
    var updatedAt = fields.time("updated_at");
    fields.check();
    var updated =
        updatedAt.isPresent()
            ? conversations.rename(caller, id, name, updatedAt.get())
            : conversations.rename(caller, id, name);
    exchange.reply(ChatJson.of(updated));
  }

  private void delete(Caller caller, Exchange exchange) {
    exchange.reply(ChatJson.of(conversations.remove(caller, id(exchange))));
  }

  private void listMessages(Caller caller, Exchange exchange) {
    exchange.reply(
        conversations.latestSaid(caller, MOST_MESSAGES).stream().map(LineJson::of).toList());
  }

  private void createMessage(Caller caller, Exchange exchange) {
    var fields = Fields.of(exchange);
    UUID chat = fields.id("chat_id");
    var role = fields.role("role");
    var message = fields.text("message");
    fields.check();
    created(
        exchange, LineJson.of(conversations.add(caller, new ConversationId(chat), role, message)));
  }

  private static ConversationId id(Exchange exchange) {
    return new ConversationId(exchange.id("id", "conversation"));
  }

  private static void created(Exchange exchange, Object what) {
    exchange.answer(new Answer(201, what).with("Location", "/"));
  }
}
