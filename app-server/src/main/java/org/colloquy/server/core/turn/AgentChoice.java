package org.colloquy.server.core.turn;

import org.colloquy.model.Agent;
import org.colloquy.model.AgentId;

/// How it is said who answers a turn.
public sealed interface AgentChoice {
  /// This one, whatever the conversation was with.
  record This(Agent agent) implements AgentChoice {}

  /// The caller's or everybody's agent of this id.
  record Chosen(AgentId agent) implements AgentChoice {}

  /// The one that answered last in the conversation; a plain model if that was none.
  record AsBefore() implements AgentChoice {}
}
