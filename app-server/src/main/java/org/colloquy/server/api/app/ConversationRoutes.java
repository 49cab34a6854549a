package org.colloquy.server.api.app;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.colloquy.model.Conversation;
import org.colloquy.model.ConversationId;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.server.api.app.AppBodies.BranchBody;
import org.colloquy.server.api.app.AppBodies.NewConversationBody;
import org.colloquy.server.api.app.AppJson.ActivitiesJson;
import org.colloquy.server.api.app.AppJson.ActivityJson;
import org.colloquy.server.api.app.AppJson.ConversationJson;
import org.colloquy.server.api.app.AppJson.ConversationsJson;
import org.colloquy.server.api.app.AppJson.MessagesJson;
import org.colloquy.server.core.activity.Activities;
import org.colloquy.server.core.agent.Agents;
import org.colloquy.server.core.conversation.Conversations;
import org.colloquy.server.core.conversation.Shown;
import org.colloquy.server.core.folder.Folders;
import org.colloquy.server.core.identity.Caller;
import org.colloquy.server.core.identity.Scope;
import org.colloquy.server.core.memory.Memories;
import org.colloquy.server.core.turn.RunningTurns;
import org.colloquy.server.http.Exchange;
import org.colloquy.server.http.PathTable;

/// `/api/conversations/...`: conversations and what was said in them.
public final class ConversationRoutes {
  private static final Instant END_OF_TIME = Instant.parse("9999-12-31T00:00:00Z");

  private final Conversations conversations;
  private final Activities activities;
  private final RunningTurns running;
  private final Folders folders;
  private final Agents agents;
  private final Memories memories;

  public ConversationRoutes(
      Conversations conversations,
      Activities activities,
      RunningTurns running,
      Folders folders,
      Agents agents,
      Memories memories) {
    this.conversations = conversations;
    this.activities = activities;
    this.running = running;
    this.folders = folders;
    this.agents = agents;
    this.memories = memories;
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
        .signedIn("GET", "/api/conversations/{id}/activity", Scope.READ, this::activity);
  }

  private void list(Caller caller, Exchange exchange) {
    var before = exchange.query("before").map(ConversationRoutes::time).orElse(END_OF_TIME);
    var found = conversations.lastTouchedFirst(caller, before, Limits.of(exchange));
    exchange.reply(new ConversationsJson(found.stream().map(this::json).toList()));
  }

  private void create(Caller caller, Exchange exchange) {
    var body = exchange.body(NewConversationBody.class);
    exchange.reply(201, json(conversations.create(caller, body.titleOrNone())));
  }

  private void show(Caller caller, Exchange exchange) {
    exchange.reply(json(conversations.get(caller, id(exchange))));
  }

  private void change(Caller caller, Exchange exchange) {
    var body = ConversationChange.of(exchange.json());
    var id = id(exchange);
    var title = body.title();
    if (body.answered()) {
      agents.choose(caller, id, body.agent());
    }
    var remembers = body.remembers();
    if (remembers != null) {
      remember(caller, id, remembers);
    }
    if (body.moves()) {
      folders.file(caller, id, body.folder());
    }
    var changed =
        title == null ? conversations.get(caller, id) : conversations.rename(caller, id, title);
    exchange.reply(json(changed));
  }

  private void remember(Caller caller, ConversationId id, boolean remembers) {
    if (remembers) {
      memories.switchOn(caller, id);
    } else {
      memories.switchOff(caller, id);
    }
  }

  private void remove(Caller caller, Exchange exchange) {
    conversations.remove(caller, id(exchange));
    exchange.replyEmpty(204);
  }

  private void restore(Caller caller, Exchange exchange) {
    exchange.reply(json(conversations.restore(caller, id(exchange))));
  }

  private void messages(Caller caller, Exchange exchange) {
    var shown = Shown.EVERYTHING.last(Limits.of(exchange));
    var thread = conversations.thread(caller, id(exchange), shown);
    exchange.reply(MessagesJson.of(thread, running.in(thread.conversation().id())));
  }

  private void showBranch(Caller caller, Exchange exchange) {
    var through = exchange.body(BranchBody.class).through();
    var thread = conversations.showBranch(caller, id(exchange), through);
    exchange.reply(MessagesJson.of(thread, running.in(thread.conversation().id())));
  }

  private void activity(Caller caller, Exchange exchange) {
    var found = activities.of(caller, id(exchange));
    exchange.reply(new ActivitiesJson(found.stream().map(ActivityJson::of).toList()));
  }

  private ConversationJson json(Conversation conversation) {
    return ConversationJson.of(conversation, running.in(conversation.id()));
  }

  private static ConversationId id(Exchange exchange) {
    return new ConversationId(exchange.id("id", "conversation"));
  }

  private static Instant time(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException e) {
      throw new ProblemException(
          new Problem.Invalid("before", "This is not a time such as 2026-11-21T08:00:00Z."), e);
    }
  }
}
