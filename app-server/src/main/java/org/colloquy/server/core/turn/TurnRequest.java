package org.colloquy.server.core.turn;

import java.util.List;
import org.colloquy.model.Agent;
import org.colloquy.model.ConversationId;
import org.colloquy.model.MessageId;
import org.colloquy.model.ModelParameters;
import org.jspecify.annotations.Nullable;

/// What a person wants answered.
///
/// @param answering who answers, and with what
/// @param client what becomes of the answer on its way to the person
public record TurnRequest(
    ConversationId conversation,
    Question question,
    ModelChoice choice,
    Answering answering,
    Client client) {
  /// A question to a plain model.
  public TurnRequest(
      ConversationId conversation,
      Question question,
      ModelChoice choice,
      WhenReaderLeaves leaving) {
    this(
        conversation,
        question,
        choice,
        new Answering(
            new AgentChoice.This(Agent.NONE), List.of(), Research.NONE, ModelParameters.NONE),
        new Client(
            leaving,
            new Grounds(Recalling.BY_TOOLS, Citing.NOTHING),
            Effects.ONLY_AMONG_OURSELVES,
            Titling.FIRST_WORDS));
  }

  /// Who answers, and with what.
  ///
  /// @param tools that the model may call besides those of the agent
  /// @param research where the program looks before it asks the model
  /// @param parameters how the model is to answer, before what the conversation says
  public record Answering(
      AgentChoice agent, List<String> tools, Research research, ModelParameters parameters) {
    public Answering {
      tools = List.copyOf(tools);
    }
  }

  /// What the client of a turn can do, and wants done.
  ///
  /// @param grounds what comes into the turn by itself
  /// @param effects what becomes of calls of tools that have effects
  /// @param titling how an untitled conversation gets its title
  public record Client(
      WhenReaderLeaves leaving, Grounds grounds, Effects effects, Titling titling) {}

  /// What comes into a turn by itself.
  ///
  /// @param memories how they do
  /// @param documents whether passages of them do
  public record Grounds(Recalling memories, Citing documents) {}

  /// The same, answered by this agent.
  public TurnRequest by(Agent chosen) {
    return by(new AgentChoice.This(chosen));
  }

  /// The same, answered by the one that this finds.
  public TurnRequest by(AgentChoice chosen) {
    return with(new Answering(chosen, answering.tools, answering.research, answering.parameters));
  }

  /// The same, with these tools besides.
  public TurnRequest with(List<String> besides) {
    return with(new Answering(answering.agent, besides, answering.research, answering.parameters));
  }

  /// The same, after a look there.
  public TurnRequest after(Research chosen) {
    return with(new Answering(answering.agent, answering.tools, chosen, answering.parameters));
  }

  /// The same, answered in this way.
  public TurnRequest with(ModelParameters chosen) {
    return with(new Answering(answering.agent, answering.tools, answering.research, chosen));
  }

  /// The same, with the memories that fit put before it. For clients that show them.
  public TurnRequest recalling() {
    return on(new Grounds(Recalling.BY_ITSELF, client.grounds.documents));
  }

  /// The same, with passages of documents that fit put before it, and what the answer cites looked
  /// up. For clients that show them.
  public TurnRequest citing() {
    return on(new Grounds(client.grounds.memories, Citing.DOCUMENTS));
  }

  private TurnRequest on(Grounds grounds) {
    return with(new Client(client.leaving, grounds, client.effects, client.titling));
  }

  /// The same, by a client that shows its person what a model wants done and brings the answer.
  public TurnRequest asking() {
    return with(new Client(client.leaving, client.grounds, Effects.ASKED_FOR, client.titling));
  }

  /// The same, after which the model may be asked for a title.
  public TurnRequest titledByModel() {
    return with(new Client(client.leaving, client.grounds, client.effects, Titling.BY_MODEL));
  }

  private TurnRequest with(Answering other) {
    return new TurnRequest(conversation, question, choice, other, client);
  }

  private TurnRequest with(Client other) {
    return new TurnRequest(conversation, question, choice, answering, other);
  }

  /// What is to be answered.
  public sealed interface Question {
    /// Something new.
    ///
    /// @param after the message it follows; null for the last one of the active branch
    record Said(String text, @Nullable MessageId after) implements Question {}

    /// An earlier question once more: the answer becomes another branch.
    record Again(MessageId question) implements Question {}

    /// An earlier question once more, also while others are answering it: for those who compare.
    /// Each answer becomes another branch.
    record Beside(MessageId question) implements Question {}

    /// An earlier question in other words: it becomes another branch beside that one.
    record Instead(MessageId earlier, String text) implements Question {}

    /// The rest of an answer that was cut off: the same message grows on.
    record GoOn(MessageId answer) implements Question {}

    /// What was said last, if nobody answered it yet. A turn for it does not begin with NotFound of
    /// a `question` when nothing was said, and with Conflict about the `answer` when there is one.
    record Waiting() implements Question {}
  }

  /// Where the program looks before it asks the model.
  public enum Research {
    /// Nowhere.
    NONE,
    /// In the internet, for pages about the question.
    INTERNET
  }

  /// How memories come into a turn.
  public enum Recalling {
    /// When the model calls a tool for them.
    BY_TOOLS,
    /// Those that fit the question by themselves, others when the model calls a tool.
    BY_ITSELF
  }

  /// Whether passages of documents come into a turn.
  public enum Citing {
    /// Only what tools read of them.
    NOTHING,
    /// Those that fit the question; what the answer cites of them is looked up.
    DOCUMENTS
  }

  /// Whether tools with effects are called.
  public enum Effects {
    /// When the person allows it, call by call.
    ASKED_FOR,
    /// While no words of strangers are in the conversation: nobody can be asked.
    ONLY_AMONG_OURSELVES
  }

  /// How an untitled conversation gets its title.
  public enum Titling {
    /// It is the first words said.
    FIRST_WORDS,
    /// So it is at once; after the answer the model is asked for a better one.
    BY_MODEL
  }

  /// What becomes of the answer when its reader goes away.
  public enum WhenReaderLeaves {
    /// The model is stopped; what was said is kept.
    STOP,
    /// The model goes on; the answer is in the store when it is done.
    GO_ON
  }
}
