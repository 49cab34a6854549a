package org.colloquy.server.core.answer;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.colloquy.model.ConversationId;
import org.colloquy.model.Message;
import org.colloquy.model.MessageId;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.model.Role;
import org.colloquy.model.Usage;
import org.colloquy.server.core.conversation.AnswerOrigin;
import org.colloquy.server.core.conversation.MessageStore;
import org.colloquy.server.core.conversation.MessageTree;
import org.colloquy.server.core.identity.Caller;
import org.colloquy.server.core.shared.ConversationAccess;
import org.colloquy.server.core.usage.UsageSum;
import org.colloquy.server.core.usage.Usages;
import org.jspecify.annotations.Nullable;

/// Tells how answers came about.
public final class AnswerDetails {
  private static final double MILLIS = 1000;

  private final ConversationAccess access;
  private final MessageStore messages;
  private final Usages usages;

  public AnswerDetails(ConversationAccess access, MessageStore messages, Usages usages) {
    this.access = access;
    this.messages = messages;
    this.usages = usages;
  }

  /// What is known of an answer in a conversation that the caller may read. Agent, parameters and
  /// cost are told to whoever asked, and to nobody else.
  ///
  /// @throws ProblemException NotFound of an `answer` when there is no such answer in it
  public AnswerDetail of(Caller caller, ConversationId conversation, MessageId id) {
    var found = access.toRead(caller, conversation);
    var branch = new MessageTree(messages.tree(found.id())).branchTo(id);
    if (branch.isEmpty() || branch.getLast().role() != Role.ASSISTANT) {
      throw new ProblemException(new Problem.NotFound("answer"));
    }
    var answer = branch.getLast();
    var parts = parts(branch);
    var origin = messages.origin(id).orElse(null);
    var took = usages.ofAnswers(caller, parts.stream().map(Message::id).toList());
    var own = took.filter(sum -> sum.calls() >= parts.size());
    var usage = own.map(AnswerDetails::usage).orElseGet(() -> told(parts));
    return new AnswerDetail(
        answer,
        origin == null ? answer.createdAt() : origin.askedAt(),
        origin == null ? null : times(origin, said(answer, parts, usage)),
        usage,
        own.filter(sum -> sum.estimated() > 0).isPresent(),
        cost(own),
        asked(caller, origin));
  }

  /// What the model said in the turn up to this answer: it, and what wanted tools called.
  private static List<Message> parts(List<Message> branch) {
    var parts = new ArrayList<Message>();
    for (var message : branch.reversed()) {
      if (message.role() == Role.USER) {
        break;
      }
      if (message.role() == Role.ASSISTANT) {
        parts.add(message);
      }
    }
    return parts;
  }

  private static Usage usage(UsageSum sum) {
    return new Usage(
        (int) sum.input(),
        (int) sum.output(),
        (int) sum.cached(),
        (int) sum.cacheWritten(),
        (int) sum.reasoning());
  }

  /// How many tokens the answer itself has, also where the provider told none.
  private static int said(Message answer, List<Message> parts, Usage all) {
    return parts.size() == 1 ? all.output() : answer.usage().output();
  }

  private static Usage told(List<Message> parts) {
    return parts.stream().map(Message::usage).reduce(Usage.NONE, Usage::plus);
  }

  /// Of calls of which some have no price, the sum would be too small.
  private static @Nullable Long cost(Optional<UsageSum> own) {
    return own.filter(sum -> sum.unpriced() == 0).map(UsageSum::cost).orElse(null);
  }

  private static AnswerDetail.Times times(AnswerOrigin origin, int said) {
    boolean known = said > 0 && origin.spoke().compareTo(Duration.ZERO) > 0;
    return new AnswerDetail.Times(
        origin.waited(), origin.took(), known ? said * MILLIS / origin.spoke().toMillis() : null);
  }

  private static AnswerDetail.@Nullable Asked asked(Caller caller, @Nullable AnswerOrigin origin) {
    return origin == null || !caller.account().equals(origin.asker())
        ? null
        : new AnswerDetail.Asked(origin.agent(), origin.parameters());
  }
}
