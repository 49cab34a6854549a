package org.colloquy.server.core.turn;

import java.util.List;
import org.colloquy.model.Agent;
import org.colloquy.model.Conversation;
import org.colloquy.model.MessageId;
import org.colloquy.model.Usage;
import org.colloquy.server.core.conversation.NewMessage;
import org.colloquy.server.core.identity.Caller;

/// A question that is ready to be put to a model, for the first time or after its tool calls.
///
/// @param conversation as it was before the question
/// @param toStore what is saved before anything is announced; the last one is the growing answer
/// @param rounds how often the model has called tools in this turn
/// @param spent on those rounds
record Asked(
    Conversation conversation,
    Agent agent,
    Prompt prompt,
    List<NewMessage> toStore,
    int rounds,
    Usage spent) {
  Asked {
    toStore = List.copyOf(toStore);
  }

  /// The first question of a turn.
  Asked(Conversation conversation, Agent agent, Prompt prompt, List<NewMessage> toStore) {
    this(conversation, agent, prompt, toStore, 0, Usage.NONE);
  }

  /// The same, with these tools for the model.
  Asked offering(List<Prompt.ToolOffer> offers) {
    return new Asked(conversation, agent, prompt.offering(offers), toStore, rounds, spent);
  }

  Occasion occasion(Caller caller) {
    return new Occasion(caller, conversation.id(), agent);
  }

  MessageId answer() {
    return toStore.getLast().id();
  }

  /// Whether the reply is no answer yet, but wants tools called that were offered.
  boolean wantsTools(Reply reply) {
    return !reply.toolCalls().isEmpty() && !prompt.tools().isEmpty();
  }
}
