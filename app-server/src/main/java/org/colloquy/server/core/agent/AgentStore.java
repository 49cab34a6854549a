package org.colloquy.server.core.agent;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.colloquy.model.AccountId;
import org.colloquy.model.Agent;
import org.colloquy.model.AgentId;
import org.colloquy.model.AgentPreset;
import org.colloquy.model.ConversationId;
import org.jspecify.annotations.Nullable;

/// Keeps the agents that people made, and which one a conversation was with.
public interface AgentStore {
  Agent add(NewAgent agent);

  /// All of an account, oldest first.
  List<Agent> of(AccountId owner);

  Optional<Agent> find(AccountId owner, AgentId id);

  /// Makes it something else; empty when it is not there.
  Optional<Agent> change(AccountId owner, AgentId id, AgentPreset preset);

  /// False when it is not there.
  boolean remove(AccountId owner, AgentId id);

  /// Says who answers in a conversation; false when the conversation is not there.
  ///
  /// @param agent null for a plain model
  boolean choose(AccountId owner, ConversationId conversation, @Nullable AgentId agent);

  /// What a conversation gives for the variables of its agent; empty when the conversation is not
  /// there.
  Optional<Map<String, String>> values(AccountId owner, ConversationId conversation);

  /// Gives these and no others; false when the conversation is not there.
  boolean give(AccountId owner, ConversationId conversation, Map<String, String> values);

  /// An agent that is about to be stored.
  record NewAgent(AgentId id, AccountId owner, AgentPreset preset, Instant createdAt) {}
}
