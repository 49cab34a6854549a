package org.colloquy.server.api.app;

import java.util.List;
import org.colloquy.model.ConversationId;
import org.colloquy.server.api.app.AppBodies.BranchBody;
import org.colloquy.server.api.app.AppBodies.NewConversationBody;
import org.colloquy.server.api.app.AppJson.ActivitiesJson;
import org.colloquy.server.api.app.AppJson.ActivityJson;
import org.colloquy.server.api.app.AppJson.ConversationJson;
import org.colloquy.server.api.app.AppJson.ConversationsJson;
import org.colloquy.server.api.app.MessageJson.MessagesJson;
import org.colloquy.server.core.activity.Activities;
import org.colloquy.server.core.conversation.ConversationMarks;
import org.colloquy.server.core.conversation.ConversationThread;
import org.colloquy.server.core.conversation.Conversations;
import org.colloquy.server.core.conversation.MarkedConversation;
import org.colloquy.server.core.conversation.Marks;
import org.colloquy.server.core.conversation.Shown;
import org.colloquy.server.core.conversation.Tag;
import org.colloquy.server.core.identity.Caller;
import org.colloquy.server.core.identity.Scope;
import org.colloquy.server.core.shared.SharedConversations;
import org.colloquy.server.core.turn.RunningTurns;
import org.colloquy.server.http.Exchange;
import org.colloquy.server.http.PathTable;

/// `/api/conversations/...`: conversations and what was said in them.
public final class ConversationRoutes {
  private final Conversations conversations;
  private final SharedConversations shared;
  private final Marks marks;
  private final ConversationChanges changes;
  private final Activities activities;
  private final RunningTurns running;

  public ConversationRoutes(
      Conversations conversations,
      SharedConversations shared,
      Marks marks,
      ConversationChanges changes,
      Activities activities,
      RunningTurns running) {
    this.conversations = conversations;
    this.shared = shared;
    this.marks = marks;
    this.changes = changes;
    this.activities = activities;
    this.running = running;
  }

  void addTo(PathTable paths) {
    paths
        .signedIn("GET", "/api/conversations", Scope.READ, this::list)
        .signedIn("POST", "/api/conversations", Scope.WRITE, this::create)
        .signedIn("GET", "/api/conversations/{id}", Scope.READ, this::show)
        .signedIn("PATCH", "/api/conversations/{id}", Scope.WRITE, this::change)
        .signedIn("DELETE", "/api/conversations/{id}", Scope.WRITE, this::remove)
        .signedIn("POST", "/api/conversations/{id}/restore", Scope.WRITE, this::restore)
        .signedIn("GET", "/api/conversations/{id}/messages", Scope.READ, this::messages)
        .signedIn("POST", "/api/conversations/{id}/branch", Scope.WRITE, this::showBranch)
        .signedIn("GET", "/api/conversations/{id}/activity", Scope.READ, this::activity)
        .signedIn("GET", "/api/tags", Scope.READ, this::tags);
  }

  private void list(Caller caller, Exchange exchange) {
    var found = marks.list(caller, ListQuery.of(exchange));
    exchange.reply(new ConversationsJson(found.stream().map(this::json).toList()));
  }

  private void create(Caller caller, Exchange exchange) {
    var body = exchange.body(NewConversationBody.class);
    var created = conversations.create(caller, body.titleOrNone());
    exchange.reply(201, json(new MarkedConversation(created, ConversationMarks.NONE)));
  }

  private void show(Caller caller, Exchange exchange) {
    exchange.reply(json(marks.get(caller, id(exchange))));
  }

  private void change(Caller caller, Exchange exchange) {
    var id = id(exchange);
    changes.apply(caller, id, ConversationChange.of(exchange.json()));
    exchange.reply(json(marks.get(caller, id)));
  }

  private void remove(Caller caller, Exchange exchange) {
    conversations.remove(caller, id(exchange));
    exchange.replyEmpty(204);
  }

  private void restore(Caller caller, Exchange exchange) {
    var restored = conversations.restore(caller, id(exchange));
    exchange.reply(json(marks.get(caller, restored.id())));
  }

  private void messages(Caller caller, Exchange exchange) {
    var shown = Shown.EVERYTHING.last(Limits.of(exchange));
    var thread = shared.thread(caller, id(exchange), shown);
    exchange.reply(json(thread));
  }

  private void showBranch(Caller caller, Exchange exchange) {
    var through = exchange.body(BranchBody.class).through();
    var thread = conversations.showBranch(caller, id(exchange), through);
    exchange.reply(json(thread));
  }

  private void activity(Caller caller, Exchange exchange) {
    var found = activities.of(caller, id(exchange));
    exchange.reply(new ActivitiesJson(found.stream().map(ActivityJson::of).toList()));
  }

  private void tags(Caller caller, Exchange exchange) {
    exchange.reply(new TagsJson(marks.tags(caller)));
  }

  private MessagesJson json(ConversationThread thread) {
    return MessagesJson.of(thread, running.on(thread), shared.askers(thread));
  }

  private ConversationJson json(MarkedConversation marked) {
    return ConversationJson.of(marked, running.in(marked.conversation().id()));
  }

  private static ConversationId id(Exchange exchange) {
    return new ConversationId(exchange.id("id", "conversation"));
  }

  record TagsJson(List<Tag> tags) {}
}
