package org.colloquy.server.core.turn;

import java.util.List;
import org.colloquy.model.Agent;
import org.colloquy.model.Conversation;
import org.colloquy.model.Message;
import org.colloquy.model.MessageId;
import org.colloquy.model.ModelParameters;
import org.colloquy.model.ModelUsed;
import org.colloquy.model.Usage;
import org.colloquy.server.core.conversation.NewMessage;
import org.colloquy.server.core.conversation.Surroundings;
import org.colloquy.server.core.identity.Caller;
import org.jspecify.annotations.Nullable;

/// A question that is ready to be put to a model, for the first time or after its tool calls.
///
/// @param conversation as it was before the question
/// @param chosen who answers
/// @param toStore what is saved before anything is announced; the last one is the growing answer
/// @param rounds how often the model has called tools in this turn
/// @param spent on those rounds
/// @param looksIntoFiles whether it may be answered from the conversation's files by itself
/// @param resumed the cut-off answer that grows on; null when the answer is a new message
record Asked(
    Conversation conversation,
    Agent agent,
    ChosenModel chosen,
    Prompt prompt,
    List<NewMessage> toStore,
    int rounds,
    Usage spent,
    boolean looksIntoFiles,
    @Nullable Message resumed) {
  Asked {
    toStore = List.copyOf(toStore);
  }

  /// The first question of a turn.
  Asked(
      Conversation conversation,
      Agent agent,
      ChosenModel chosen,
      Prompt prompt,
      List<NewMessage> toStore) {
    this(conversation, agent, chosen, prompt, toStore, 0, Usage.NONE, true, null);
  }

  /// The same, for the rest of an answer that was cut off.
  Asked resuming(Message cutOff) {
    return new Asked(
        conversation, agent, chosen, prompt, toStore, rounds, spent, looksIntoFiles, cutOff);
  }

  /// The same, with these tools for the model, answered in this way.
  Asked with(List<Prompt.ToolOffer> offers, ModelParameters parameters) {
    var full = prompt.offering(offers).with(parameters);
    return new Asked(
        conversation, agent, chosen, full, toStore, rounds, spent, looksIntoFiles, resumed);
  }

  /// The same for this agent.
  Asked by(Agent other) {
    return new Asked(
        conversation, other, chosen, prompt, toStore, rounds, spent, looksIntoFiles, resumed);
  }

  /// The same, looking into files as far as its conversation has some and its setting lets it.
  Asked among(Surroundings surroundings) {
    var looks = surroundings.hasFiles() && surroundings.setting().looksIntoFiles();
    return new Asked(conversation, agent, chosen, prompt, toStore, rounds, spent, looks, resumed);
  }

  /// The next question of the turn, after a round of calls.
  Asked next(Prompt after, NewMessage growing, Usage round) {
    var sum = spent.plus(round);
    var saved = List.of(growing);
    return new Asked(
        conversation, agent, chosen, after, saved, rounds + 1, sum, looksIntoFiles, null);
  }

  /// How many tokens the prompt may have.
  int room() {
    return ContextRoom.of(chosen, prompt.parameters());
  }

  /// How many exchanges at the end of the prompt belong to the question: one, and before it the
  /// answer that goes on.
  int exchanges() {
    return resumed == null ? 1 : 2;
  }

  Occasion occasion(Caller caller) {
    return new Occasion(caller, conversation.id(), agent);
  }

  MessageId answer() {
    return resumed == null ? toStore.getLast().id() : resumed.id();
  }

  /// What is answered; null when the conversation does not begin with a question.
  @Nullable MessageId question() {
    return resumed == null ? toStore.getLast().parent() : resumed.parent();
  }

  /// What gives the answer.
  @Nullable ModelUsed usedModel() {
    return resumed == null ? toStore.getLast().usedModel() : resumed.usedModel();
  }

  /// What the answer took before it grew on.
  Usage earlier() {
    return resumed == null ? Usage.NONE : resumed.usage();
  }

  /// Whether the reply is no answer yet, but wants tools called that were offered.
  boolean wantsTools(Reply reply) {
    return !reply.toolCalls().isEmpty() && !prompt.tools().isEmpty();
  }
}
