package org.colloquy.server.api.app;

import org.colloquy.model.Agent;
import org.colloquy.model.AgentId;
import org.colloquy.model.ConversationId;
import org.colloquy.server.api.app.AgentBodies.AgentBody;
import org.colloquy.server.api.app.AgentBodies.DocumentBody;
import org.colloquy.server.api.app.AgentBodies.VariablesBody;
import org.colloquy.server.api.app.AgentJson.AgentsJson;
import org.colloquy.server.api.app.AgentJson.VariablesJson;
import org.colloquy.server.core.agent.Agents;
import org.colloquy.server.core.identity.Caller;
import org.colloquy.server.core.identity.Scope;
import org.colloquy.server.http.Exchange;
import org.colloquy.server.http.PathTable;

/// `/api/agents/...`: presets of models, and what a conversation gives for their variables.
public final class AgentRoutes {
  private final Agents agents;

  public AgentRoutes(Agents agents) {
    this.agents = agents;
  }

  void addTo(PathTable paths) {
    paths
        .signedIn("GET", "/api/agents", Scope.READ, this::list)
        .signedIn("POST", "/api/agents", Scope.WRITE, this::create)
        .signedIn("POST", "/api/agents/file", Scope.WRITE, this::importFile)
        .signedIn("GET", "/api/agents/{id}", Scope.READ, this::show)
        .signedIn("PATCH", "/api/agents/{id}", Scope.WRITE, this::change)
        .signedIn("DELETE", "/api/agents/{id}", Scope.WRITE, this::remove)
        .signedIn("POST", "/api/agents/{id}/copy", Scope.WRITE, this::duplicate)
        .signedIn("GET", "/api/agents/{id}/file", Scope.READ, this::exportFile)
        .signedIn("POST", "/api/agents/{id}/documents", Scope.WRITE, this::addDocument)
        .signedIn("DELETE", "/api/agents/{id}/documents/{name}", Scope.WRITE, this::removeDocument)
        .signedIn("GET", "/api/conversations/{id}/variables", Scope.READ, this::values)
        .signedIn("PUT", "/api/conversations/{id}/variables", Scope.WRITE, this::give);
  }

  private void list(Caller caller, Exchange exchange) {
    exchange.reply(
        new AgentsJson(agents.all(caller).stream().map(agent -> json(caller, agent)).toList()));
  }

  private void create(Caller caller, Exchange exchange) {
    var preset = exchange.body(AgentBody.class).preset();
    exchange.reply(201, json(caller, agents.create(caller, preset)));
  }

  private void importFile(Caller caller, Exchange exchange) {
    exchange.reply(201, json(caller, agents.importFile(caller, exchange.json().toString())));
  }

  private void show(Caller caller, Exchange exchange) {
    exchange.reply(json(caller, agents.get(caller, id(exchange))));
  }

  /// What the body leaves out stays.
  private void change(Caller caller, Exchange exchange) {
    var body = exchange.body(AgentBody.class);
    var before = agents.get(caller, id(exchange));
    exchange.reply(json(caller, agents.change(caller, before.id(), body.over(before.preset()))));
  }

  private void remove(Caller caller, Exchange exchange) {
    agents.remove(caller, id(exchange));
    exchange.replyEmpty(204);
  }

  private void duplicate(Caller caller, Exchange exchange) {
    exchange.reply(201, json(caller, agents.duplicate(caller, id(exchange))));
  }

  private void exportFile(Caller caller, Exchange exchange) {
    var file = agents.exportFile(caller, id(exchange));
    exchange.replyHeader("Content-Disposition", "attachment; filename=\"agent.json\"");
    exchange.replyText(200, "application/json", file);
  }

  private void addDocument(Caller caller, Exchange exchange) {
    var document = exchange.body(DocumentBody.class).document();
    exchange.reply(201, json(caller, agents.addDocument(caller, id(exchange), document)));
  }

  private void removeDocument(Caller caller, Exchange exchange) {
    exchange.reply(
        json(caller, agents.removeDocument(caller, id(exchange), exchange.segment("name"))));
  }

  private void values(Caller caller, Exchange exchange) {
    exchange.reply(new VariablesJson(agents.values(caller, conversation(exchange))));
  }

  private void give(Caller caller, Exchange exchange) {
    var values = exchange.body(VariablesBody.class).values();
    agents.give(caller, conversation(exchange), values);
    exchange.reply(new VariablesJson(values));
  }

  private AgentJson json(Caller caller, Agent agent) {
    return AgentJson.of(caller, agent, agents);
  }

  private static AgentId id(Exchange exchange) {
    return new AgentId(exchange.id("id", "agent"));
  }

  private static ConversationId conversation(Exchange exchange) {
    return new ConversationId(exchange.id("id", "conversation"));
  }
}
