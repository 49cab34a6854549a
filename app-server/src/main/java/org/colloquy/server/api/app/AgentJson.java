package org.colloquy.server.api.app;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.colloquy.model.Agent;
import org.colloquy.model.AgentDocument;
import org.colloquy.model.AgentModel;
import org.colloquy.model.AgentVariable;
import org.colloquy.server.core.agent.Agents;
import org.colloquy.server.core.identity.Caller;
import org.jspecify.annotations.Nullable;

/// An agent as the desktop's own API shows it.
///
/// @param own whether it is the caller's, and can be changed
/// @param missingTools those of its tools that are not here
record AgentJson(
    UUID id,
    long number,
    boolean own,
    String name,
    String description,
    String instructions,
    List<AgentVariable> variables,
    @Nullable AgentModel model,
    ParametersJson parameters,
    List<String> tools,
    List<String> missingTools,
    List<DocumentJson> documents) {
  static AgentJson of(Caller caller, Agent agent, Agents agents) {
    var preset = agent.preset();
    return new AgentJson(
        agent.id().value(),
        agent.number(),
        agent.owner() != null,
        agent.name(),
        agent.description(),
        agent.instructions(),
        preset.variables(),
        preset.model(),
        ParametersJson.of(preset.parameters()),
        agent.tools(),
        agents.missingTools(caller, agent),
        preset.documents().stream().map(DocumentJson::of).toList());
  }

  record AgentsJson(List<AgentJson> agents) {}

  /// @param characters how long its text is
  record DocumentJson(String name, int characters) {
    static DocumentJson of(AgentDocument document) {
      return new DocumentJson(document.name(), document.text().length());
    }
  }

  record VariablesJson(Map<String, String> variables) {}
}
