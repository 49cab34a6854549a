package org.colloquy.server.core.memory;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.colloquy.model.AccountId;
import org.colloquy.model.AgentId;
import org.colloquy.model.ConversationId;
import org.colloquy.model.Memory;
import org.colloquy.model.MemoryId;
import org.colloquy.model.MessageId;
import org.jspecify.annotations.Nullable;

/// Keeps memories, what is known of their meaning, and which of them answers were given with.
public interface MemoryStore {
  /// Adds a memory.
  ///
  /// @throws org.colloquy.model.ProblemException QuotaReached with `memories` when there are `most`
  Memory add(NewMemory memory, int most);

  /// All of an account, oldest first.
  List<Memory> of(AccountId owner);

  Optional<Memory> find(AccountId owner, MemoryId id);

  /// Makes it something else, whose meaning is not known; empty when it is not there.
  Optional<Memory> change(NewMemory changed);

  /// False when it is not there.
  boolean remove(AccountId owner, MemoryId id);

  /// Rises with each change of an account's memories.
  long changes(AccountId owner);

  /// The meanings of an account's memories that a model of this name found.
  Map<MemoryId, Meaning> meanings(AccountId owner, String model);

  /// Keeps meanings that a model of this name found, of memories that were not changed meanwhile.
  void keep(AccountId owner, String model, Map<Memory, Meaning> meanings);

  /// Says whether memories may be recalled and made in a conversation; false when the conversation
  /// is not there.
  boolean use(AccountId owner, ConversationId conversation, boolean on);

  /// Notes which memories an answer is given with, in their order; those that are gone are left
  /// out.
  void recalled(AccountId owner, MessageId answer, List<MemoryId> memories);

  /// Which memories the answers of a conversation were given with, as they are now, oldest answer
  /// first; empty when the conversation is not there.
  ///
  /// @param from the number of the first message that is looked at; 0 for all of them
  Optional<Map<MessageId, List<Memory>>> recalled(
      AccountId owner, ConversationId conversation, long from);

  /// A memory that is about to be stored, or what one is to be from now on.
  ///
  /// @param agent the only agent that recalls it; null for all of them
  record NewMemory(MemoryId id, AccountId owner, @Nullable AgentId agent, String text, Instant at) {
    /// One of all agents.
    public NewMemory(MemoryId id, AccountId owner, String text, Instant at) {
      this(id, owner, null, text, at);
    }
  }
}
