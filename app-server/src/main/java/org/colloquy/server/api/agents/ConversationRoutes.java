package org.colloquy.server.api.agents;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.colloquy.model.ConversationId;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.model.Role;
import org.colloquy.server.api.agents.AgentsJson.AgentJson;
import org.colloquy.server.api.agents.AgentsJson.ConversationJson;
import org.colloquy.server.api.agents.AgentsJson.FaultJson;
import org.colloquy.server.api.agents.AgentsJson.LineJson;
import org.colloquy.server.api.agents.AgentsJson.SaidJson;
import org.colloquy.server.api.agents.AgentsJson.UploadedJson;
import org.colloquy.server.core.activity.Activities;
import org.colloquy.server.core.agent.Agents;
import org.colloquy.server.core.attachment.Attachments;
import org.colloquy.server.core.conversation.Conversations;
import org.colloquy.server.core.conversation.Shown;
import org.colloquy.server.core.identity.Caller;
import org.colloquy.server.core.identity.Scope;
import org.colloquy.server.http.Exchange;
import org.colloquy.server.http.Part;
import org.colloquy.server.http.PathTable;

/// Agents, conversations, and what belongs to them. There is nothing to create or delete a
/// conversation with: an id is used, and the conversation is there.
public final class ConversationRoutes {
  private static final int SHOWN_OF_A_TEXT = 1_000;

  private static final Shown SAID = Shown.of(Role.USER, Role.ASSISTANT);

  private final Agents agents;
  private final Conversations conversations;
  private final Attachments attachments;
  private final Activities activities;

  public ConversationRoutes(
      Agents agents, Conversations conversations, Attachments attachments, Activities activities) {
    this.agents = agents;
    this.conversations = conversations;
    this.attachments = attachments;
    this.activities = activities;
  }

  void addTo(PathTable paths) {
    paths
        .signedIn("GET", "/agents", Scope.READ, this::agents)
        .signedIn("GET", "/history", Scope.READ, this::history)
        .signedIn("GET", "/get_history_conversation/{conversation}", Scope.READ, this::messages)
        .signedIn("GET", "/get_history_conversatino/{conversation}", Scope.READ, this::messages)
        .signedIn("GET", "/db/{conversation}", Scope.READ, this::table)
        .signedIn("POST", "/upload/{conversation}", Scope.WRITE, this::upload);
  }

  private void agents(Caller caller, Exchange exchange) {
    exchange.reply(agents.team(caller).stream().map(AgentJson::of).toList());
  }

  private void history(Caller caller, Exchange exchange) {
    exchange.reply(conversations.newestFirst(caller).stream().map(ConversationJson::of).toList());
  }

  private void messages(Caller caller, Exchange exchange) {
    var id = conversation(caller, exchange);
    var messages = orNone(() -> conversations.thread(caller, id, SAID).messages());
    exchange.reply(messages.stream().flatMap(message -> SaidJson.of(message).stream()).toList());
  }

  private void table(Caller caller, Exchange exchange) {
    var id = conversation(caller, exchange);
    var lines = orNone(() -> activities.table(caller, id));
    exchange.reply(
        IntStream.range(0, lines.size()).mapToObj(i -> LineJson.of(i + 1, lines.get(i))).toList());
  }

  private void upload(Caller caller, Exchange exchange) {
    var id = conversation(caller, exchange);
    exchange.part("file", attachments.largestFile(), file -> keep(caller, id, file, exchange));
  }

  private void keep(Caller caller, ConversationId id, Optional<Part> file, Exchange exchange) {
    if (file.isEmpty()) {
      refuse(exchange, new FaultJson("missing", List.of("body", "file"), "Field required", null));
      return;
    }
    var part = file.get();
    var name = part.fileName();
    if (name == null) {
      refuse(exchange, notAFile(part.text(SHOWN_OF_A_TEXT)));
      return;
    }
    var conversation = conversations.getOrCreate(caller, id).id();
    var uploaded = attachments.upload(caller, conversation, name, part.content());
    exchange.reply(new UploadedJson("File uploaded successfully!", uploaded.line()));
  }

  private static void refuse(Exchange exchange, FaultJson fault) {
    exchange.answer(AgentsProblems.notValid(List.of(fault)));
  }

  private static FaultJson notAFile(String text) {
    return new FaultJson(
        "value_error",
        List.of("body", "file"),
        "Value error, Expected UploadFile, received: <class 'str'>",
        JsonNodeFactory.instance.textNode(text),
        Map.of("error", Map.of()));
  }

  private static ConversationId conversation(Caller caller, Exchange exchange) {
    return ClientIds.conversation(caller, exchange.segment("conversation"));
  }

  /// A conversation that is not there has nothing in it.
  private static <T> List<T> orNone(Supplier<List<T>> list) {
    try {
      return list.get();
    } catch (ProblemException e) {
      if (!(e.problem() instanceof Problem.NotFound)) {
        throw e;
      }
      return List.of();
    }
  }
}
