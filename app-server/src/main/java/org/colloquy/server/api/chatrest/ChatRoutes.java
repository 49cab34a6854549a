package org.colloquy.server.api.chatrest;

import org.colloquy.model.ConversationId;
import org.colloquy.model.MessageId;
import org.colloquy.server.api.chatrest.ChatrestBodies.AttachmentBody;
import org.colloquy.server.api.chatrest.ChatrestBodies.ConversationBody;
import org.colloquy.server.api.chatrest.ChatrestBodies.MessageBody;
import org.colloquy.server.api.chatrest.ChatrestJson.AttachmentJson;
import org.colloquy.server.api.chatrest.ChatrestJson.ConversationJson;
import org.colloquy.server.api.chatrest.ChatrestJson.MessageJson;
import org.colloquy.server.core.attachment.Attachments;
import org.colloquy.server.core.conversation.Conversations;
import org.colloquy.server.core.conversation.Shown;
import org.colloquy.server.core.identity.Caller;
import org.colloquy.server.core.identity.Scope;
import org.colloquy.server.http.Exchange;
import org.colloquy.server.http.PathTable;

/// `/chat/...`: conversations, messages, and what is noted of files that came with them.
public final class ChatRoutes {
  private final Conversations conversations;
  private final Attachments attachments;

  public ChatRoutes(Conversations conversations, Attachments attachments) {
    this.conversations = conversations;
    this.attachments = attachments;
  }

  void addTo(PathTable paths) {
    paths
        .signedIn("POST", "/chat/conversations", Scope.WRITE, this::create)
        .signedIn("GET", "/chat/conversations", Scope.READ, this::list)
        .signedIn("GET", "/chat/conversations/{id}", Scope.READ, this::show)
        .signedIn("DELETE", "/chat/conversations/{id}", Scope.WRITE, this::remove)
        .signedIn("POST", "/chat/messages", Scope.WRITE, this::say)
        .signedIn("GET", "/chat/conversations/{id}/messages", Scope.READ, this::messages)
        .signedIn("POST", "/chat/attachments", Scope.WRITE, this::attach)
        .signedIn("GET", "/chat/messages/{id}/attachments", Scope.READ, this::attachments);
  }

  private void create(Caller caller, Exchange exchange) {
    var title = exchange.body(ConversationBody.class).titleFor(caller);
    exchange.reply(201, ConversationJson.of(conversations.create(caller, title)));
  }

  private void list(Caller caller, Exchange exchange) {
    exchange.reply(conversations.newestFirst(caller).stream().map(ConversationJson::of).toList());
  }

  private void show(Caller caller, Exchange exchange) {
    exchange.reply(ConversationJson.of(conversations.get(caller, conversation(exchange))));
  }

  private void remove(Caller caller, Exchange exchange) {
    conversations.remove(caller, conversation(exchange));
    exchange.replyEmpty(204);
  }

  private void say(Caller caller, Exchange exchange) {
    var body = exchange.body(MessageBody.class);
    var added =
        conversations.add(caller, body.conversation(), body.requiredRole(), body.requiredContent());
    exchange.reply(201, MessageJson.of(added));
  }

  private void messages(Caller caller, Exchange exchange) {
    var thread =
        conversations.thread(caller, conversation(exchange), Shown.EVERYTHING.withoutResults());
    exchange.reply(
        thread.messages().stream().filter(MessageJson::shows).map(MessageJson::of).toList());
  }

  private void attach(Caller caller, Exchange exchange) {
    var body = exchange.body(AttachmentBody.class);
    var noted = attachments.note(caller, body.message(), body.requiredPath(), body.requiredType());
    exchange.reply(201, AttachmentJson.of(noted));
  }

  private void attachments(Caller caller, Exchange exchange) {
    var message = new MessageId(exchange.id("id", "message"));
    exchange.reply(attachments.of(caller, message).stream().map(AttachmentJson::of).toList());
  }

  private static ConversationId conversation(Exchange exchange) {
    return new ConversationId(exchange.id("id", "conversation"));
  }
}
