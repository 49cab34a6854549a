package org.colloquy.server.core.turn;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.colloquy.model.Conversation;
import org.colloquy.model.ConversationId;
import org.colloquy.model.Message;
import org.colloquy.model.MessageId;
import org.colloquy.model.MessageState;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.model.Role;
import org.colloquy.server.core.Ids;
import org.colloquy.server.core.Rules;
import org.colloquy.server.core.conversation.Conversations;
import org.colloquy.server.core.conversation.MessageTree;
import org.colloquy.server.core.conversation.NewMessage;
import org.colloquy.server.core.conversation.Surroundings;
import org.colloquy.server.core.conversation.SurroundingsStore;
import org.colloquy.server.core.identity.Caller;
import org.colloquy.server.core.shared.SharedConversation;
import org.colloquy.server.core.turn.TurnRequest.Question;
import org.jspecify.annotations.Nullable;

/// Reads what stands before a question and prepares what is stored for it.
public final class Questions {
  private final SurroundingsStore surroundings;
  private final Prompts prompts;
  private final Pictures pictures;
  private final InstantSource clock;
  private final Ids ids;

  public Questions(
      SurroundingsStore surroundings,
      Prompts prompts,
      Pictures pictures,
      InstantSource clock,
      Ids ids) {
    this.surroundings = surroundings;
    this.prompts = prompts;
    this.pictures = pictures;
    this.clock = clock;
    this.ids = ids;
  }

  /// Refuses what can never be a question, before anything is begun.
  public static void check(Question question) {
    switch (question) {
      case Question.Said(var text, _) -> check(text);
      case Question.Instead(_, var text) -> check(text);
      case Question.Again _, Question.Beside _, Question.GoOn _, Question.Waiting _ -> {}
    }
  }

  private static void check(String text) {
    new Rules().filled(text, "text", Conversations.LARGEST_MESSAGE + 1).check();
    if (text.getBytes(StandardCharsets.UTF_8).length > Conversations.LARGEST_MESSAGE) {
      throw new ProblemException(new Problem.TooLarge(Conversations.LARGEST_MESSAGE));
    }
  }

  /// Makes a question ready.
  ///
  /// @throws ProblemException NotFound when the conversation has gone meanwhile
  Asked prepare(Caller caller, TurnRequest request, Answerer answerer) {
    var there = around(caller, request.conversation());
    var agent = answerer.agent().instructed(there.setting().systemPrompt());
    var asked = asked(there, new Answerer(agent, answerer.model()), request.question());
    var parameters =
        request
            .answering()
            .parameters()
            .or(there.setting().parameters())
            .or(agent.preset().parameters());
    return prompts.prepared(caller, there, asked.among(there), parameters);
  }

  private Surroundings around(Caller caller, ConversationId conversation) {
    var found =
        surroundings
            .of(conversation)
            .orElseThrow(() -> new ProblemException(new Problem.NotFound("conversation")));
    return found.conversation().owner().equals(caller.account())
        ? found
        : found.in(SharedConversation.forOthers(found.conversation()));
  }

  private Asked asked(Surroundings there, Answerer answerer, Question question) {
    var tree = new MessageTree(there.messages());
    var leaf = there.conversation().activeLeaf();
    return switch (question) {
      case Question.Said(var text, var after) ->
          saying(there, answerer, branch(tree, after == null ? leaf : after, after != null), text);
      case Question.Instead(var earlier, var text) -> {
        var branch = branch(tree, earlier, true);
        new Rules()
            .expect(
                branch.getLast().role() == Role.USER,
                "instead",
                "Only a question can be put in other words.")
            .check();
        yield saying(there, answerer, branch.subList(0, branch.size() - 1), text);
      }
      case Question.Again(var earlier) ->
          unanswered(there, answerer, branchToQuestion(tree, earlier, "again"));
      case Question.Beside(var earlier) ->
          unanswered(there, answerer, branchToQuestion(tree, earlier, "beside"));
      case Question.GoOn(var answer) -> {
        var branch = branch(tree, answer, true);
        checkCutOff(tree, branch.getLast());
        var talk = new Talk(branch, pictures.shown(there, branch));
        var model = answerer.model();
        var prompt = model.readable(PromptBuilder.resuming(model.model(), answerer.agent(), talk));
        yield asking(there, answerer, prompt, List.of()).resuming(branch.getLast());
      }
      case Question.Waiting() -> {
        var branch = branch(tree, leaf, false);
        if (branch.stream().noneMatch(message -> message.role() == Role.USER)) {
          throw new ProblemException(new Problem.NotFound("question"));
        }
        if (branch.getLast().role() != Role.USER) {
          throw new ProblemException(new Problem.Conflict("answer"));
        }
        yield unanswered(there, answerer, branch);
      }
    };
  }

  private static List<Message> branchToQuestion(MessageTree tree, MessageId earlier, String field) {
    var branch = branch(tree, earlier, true);
    new Rules()
        .expect(branch.getLast().role() == Role.USER, field, "Only a question can be asked again.")
        .check();
    return branch;
  }

  /// What the model is asked in the end.
  Prompt informed(RunningTurn turn, Asked asked, Saving saving) {
    return prompts.informed(turn, asked, saving);
  }

  /// How much of its model's window it takes before it is asked.
  ContextUse measured(Asked asked) {
    return prompts.measured(asked);
  }

  private static void checkCutOff(MessageTree tree, Message answer) {
    new Rules()
        .expect(
            answer.role() == Role.ASSISTANT && answer.state() == MessageState.CUT_OFF,
            "continue",
            "Only an answer that was cut off can go on.")
        .check();
    new Rules()
        .expect(
            tree.leafThrough(answer.id()).equals(Optional.of(answer.id())),
            "continue",
            "Something was said after it.")
        .check();
  }

  private Asked saying(Surroundings there, Answerer answerer, List<Message> branch, String text) {
    var parent = branch.isEmpty() ? null : branch.getLast().id();
    var said = said(there.conversation(), parent, text);
    var answer = answer(there.conversation(), said.id(), answerer.model());
    return asking(there, answerer, prompt(there, answerer, branch, text), List.of(said, answer));
  }

  private Asked unanswered(Surroundings there, Answerer answerer, List<Message> branch) {
    var answer = answer(there.conversation(), branch.getLast().id(), answerer.model());
    return asking(there, answerer, prompt(there, answerer, branch, null), List.of(answer));
  }

  private static Asked asking(
      Surroundings there, Answerer answerer, Prompt prompt, List<NewMessage> toStore) {
    return new Asked(there.conversation(), answerer.agent(), answerer.model(), prompt, toStore);
  }

  private Prompt prompt(
      Surroundings there, Answerer answerer, List<Message> branch, @Nullable String said) {
    var talk = new Talk(branch, pictures.shown(there, branch));
    var model = answerer.model();
    return model.readable(PromptBuilder.build(model.model(), answerer.agent(), talk, said));
  }

  private static List<Message> branch(MessageTree tree, @Nullable MessageId to, boolean required) {
    var branch = tree.branchTo(to);
    if (required && branch.isEmpty()) {
      throw new ProblemException(new Problem.NotFound("message"));
    }
    return branch;
  }

  private NewMessage said(Conversation conversation, @Nullable MessageId parent, String text) {
    return NewMessage.said(
            new MessageId(ids.next()), conversation.id(), Role.USER, text, clock.instant())
        .under(parent);
  }

  private NewMessage answer(Conversation conversation, MessageId question, ChosenModel model) {
    return NewMessage.growing(
            new MessageId(ids.next()), conversation.id(), model.used(), clock.instant())
        .under(question);
  }
}
