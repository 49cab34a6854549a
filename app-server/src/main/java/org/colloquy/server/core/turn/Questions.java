package org.colloquy.server.core.turn;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.colloquy.model.Agent;
import org.colloquy.model.Conversation;
import org.colloquy.model.Message;
import org.colloquy.model.MessageId;
import org.colloquy.model.MessageState;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.model.Role;
import org.colloquy.server.core.Ids;
import org.colloquy.server.core.Rules;
import org.colloquy.server.core.conversation.ConversationSettingStore;
import org.colloquy.server.core.conversation.Conversations;
import org.colloquy.server.core.conversation.MessageStore;
import org.colloquy.server.core.conversation.MessageTree;
import org.colloquy.server.core.conversation.NewMessage;
import org.colloquy.server.core.identity.Caller;
import org.colloquy.server.core.turn.TurnRequest.Question;
import org.jspecify.annotations.Nullable;

/// Reads what stands before a question and prepares what is stored for it.
public final class Questions {
  private final MessageStore messages;
  private final ConversationSettingStore settings;
  private final Prompts prompts;
  private final Pictures pictures;
  private final InstantSource clock;
  private final Ids ids;

  public Questions(
      MessageStore messages,
      ConversationSettingStore settings,
      Prompts prompts,
      Pictures pictures,
      InstantSource clock,
      Ids ids) {
    this.messages = messages;
    this.settings = settings;
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

  Asked prepare(Caller caller, Conversation conversation, TurnRequest request, Answerer answerer) {
    var setting = settings.of(conversation.id());
    var agent = answerer.agent().instructed(setting.systemPrompt());
    var asked = asked(conversation, agent, request.question(), answerer.model()).under(setting);
    var parameters =
        request.answering().parameters().or(setting.parameters()).or(agent.preset().parameters());
    return prompts.prepared(caller, asked, parameters);
  }

  private Asked asked(
      Conversation conversation, Agent agent, Question question, ChosenModel model) {
    var tree = new MessageTree(messages.tree(conversation.id()));
    return switch (question) {
      case Question.Said(var text, var after) -> {
        var branch = branch(tree, after == null ? conversation.activeLeaf() : after, after != null);
        yield saying(conversation, agent, branch, text, model);
      }
      case Question.Instead(var earlier, var text) -> {
        var branch = branch(tree, earlier, true);
        new Rules()
            .expect(
                branch.getLast().role() == Role.USER,
                "instead",
                "Only a question can be put in other words.")
            .check();
        yield saying(conversation, agent, branch.subList(0, branch.size() - 1), text, model);
      }
      case Question.Again(var earlier) ->
          unanswered(conversation, agent, branchToQuestion(tree, earlier, "again"), model);
      case Question.Beside(var earlier) ->
          unanswered(conversation, agent, branchToQuestion(tree, earlier, "beside"), model);
      case Question.GoOn(var answer) -> {
        var branch = branch(tree, answer, true);
        checkCutOff(tree, branch.getLast());
        var talk = new Talk(branch, pictures.shown(conversation.id(), branch));
        var prompt = model.readable(PromptBuilder.resuming(model.model(), agent, talk));
        yield new Asked(conversation, agent, model, prompt, List.of()).resuming(branch.getLast());
      }
      case Question.Waiting() -> {
        var branch = branch(tree, conversation.activeLeaf(), false);
        if (branch.stream().noneMatch(message -> message.role() == Role.USER)) {
          throw new ProblemException(new Problem.NotFound("question"));
        }
        if (branch.getLast().role() != Role.USER) {
          throw new ProblemException(new Problem.Conflict("answer"));
        }
        yield unanswered(conversation, agent, branch, model);
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

  private Asked saying(
      Conversation conversation,
      Agent agent,
      List<Message> branch,
      String text,
      ChosenModel model) {
    var parent = branch.isEmpty() ? null : branch.getLast().id();
    var said = said(conversation, parent, text);
    return new Asked(
        conversation,
        agent,
        model,
        prompt(conversation, model, agent, branch, text),
        List.of(said, answer(conversation, said.id(), model)));
  }

  private Asked unanswered(
      Conversation conversation, Agent agent, List<Message> branch, ChosenModel model) {
    return new Asked(
        conversation,
        agent,
        model,
        prompt(conversation, model, agent, branch, null),
        List.of(answer(conversation, branch.getLast().id(), model)));
  }

  private Prompt prompt(
      Conversation conversation,
      ChosenModel model,
      Agent agent,
      List<Message> branch,
      @Nullable String said) {
    var talk = new Talk(branch, pictures.shown(conversation.id(), branch));
    return model.readable(PromptBuilder.build(model.model(), agent, talk, said));
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
