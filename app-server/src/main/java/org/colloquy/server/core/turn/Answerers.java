package org.colloquy.server.core.turn;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import org.colloquy.model.Agent;
import org.colloquy.model.Conversation;
import org.colloquy.model.ConversationId;
import org.colloquy.server.core.agent.Agents;
import org.colloquy.server.core.agent.Instructions;
import org.colloquy.server.core.identity.Accounts;
import org.colloquy.server.core.identity.Caller;
import org.colloquy.server.core.memory.Memories;
import org.colloquy.server.core.setting.Settings;

/// Finds the agent and the model that answer a turn, and fits the agent's instructions to the
/// person and the moment.
public final class Answerers {
  /// The setting that says in which language a person wants to be answered.
  static final String LANGUAGE = "language";

  private static final String USUAL_LANGUAGE = "the language of the question";

  private final Models models;
  private final Agents agents;
  private final Accounts accounts;
  private final Settings settings;
  private final InstantSource clock;
  private final ZoneId zone;

  /// @param zone where the server is, whose time an agent is told
  public Answerers(
      Models models,
      Agents agents,
      Accounts accounts,
      Settings settings,
      InstantSource clock,
      ZoneId zone) {
    this.models = models;
    this.agents = agents;
    this.accounts = accounts;
    this.settings = settings;
    this.clock = clock;
    this.zone = zone;
  }

  /// Whom the request means.
  ///
  /// @throws org.colloquy.model.ProblemException NotFound when the agent or the model is not there
  Answerer find(Caller caller, Conversation conversation, TurnRequest request) {
    var agent =
        switch (request.answering().agent()) {
          case AgentChoice.This(var given) -> given;
          case AgentChoice.Chosen(var id) -> agents.get(caller, id);
          case AgentChoice.AsBefore() ->
              agents.last(caller, conversation.agent()).orElse(Agent.NONE);
        };
    var model = models.choose(caller, modelOf(agent, request.choice()));
    var equipped = instructed(caller, conversation, agent).with(request.answering().tools());
    return new Answerer(conversation.remembers() ? equipped : forgetful(equipped), model);
  }

  private static Agent forgetful(Agent agent) {
    var tools = agent.tools().stream().filter(tool -> !Memories.TOOLS.contains(tool)).toList();
    return agent.as(agent.preset().using(tools));
  }

  /// Opens the way to its model.
  ChatModel open(Caller caller, Answerer answerer, ConversationId conversation) {
    return models.open(caller, answerer.model(), conversation);
  }

  /// The model that the turn names, else the agent's.
  private static ModelChoice modelOf(Agent agent, ModelChoice choice) {
    var wanted = agent.preset().model();
    return wanted != null && choice instanceof ModelChoice.Usual
        ? new ModelChoice.OfProviderCalled(wanted.provider(), wanted.model())
        : choice;
  }

  private Agent instructed(Caller caller, Conversation conversation, Agent agent) {
    if (!agent.instructions().contains("{{")) {
      return agent;
    }
    var common = new HashMap<>(Instructions.moment(clock.instant().atZone(zone)));
    common.put("name", name(caller));
    common.put("language", language(caller));
    Map<String, String> given =
        agent.preset().variables().isEmpty() || !conversation.owner().equals(caller.account())
            ? Map.of()
            : agents.values(caller, conversation.id());
    return agent.as(agent.preset().told(Instructions.of(agent.preset(), common, given)));
  }

  private String name(Caller caller) {
    var account = accounts.get(caller);
    var name = account.profile().firstName() + " " + account.profile().lastName();
    return name.isBlank() ? account.username() : name.strip();
  }

  /// Settings are JSON texts; this one is a string.
  private String language(Caller caller) {
    var set = settings.all(caller).getOrDefault(LANGUAGE, "").replace("\"", "").strip();
    return set.isEmpty() ? USUAL_LANGUAGE : set;
  }
}
