package org.colloquy.server.core.shared;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.colloquy.model.Conversation;
import org.colloquy.model.ConversationId;
import org.colloquy.model.Message;
import org.colloquy.model.MessageId;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.server.core.conversation.ConversationStore;
import org.colloquy.server.core.conversation.ConversationThread;
import org.colloquy.server.core.conversation.MessageStore;
import org.colloquy.server.core.conversation.Shown;
import org.colloquy.server.core.identity.Caller;

/// What a person can see of conversations that others share with them, and, by the same methods, of
/// their own.
public final class SharedConversations {
  /// What others are told of an answer that failed: the reason may name the owner's provider or
  /// key.
  static final String FAILED = "This could not be answered.";

  private final ConversationAccess access;
  private final ConversationStore conversations;
  private final MessageStore messages;
  private final ShareStore shares;

  public SharedConversations(
      ConversationAccess access,
      ConversationStore conversations,
      MessageStore messages,
      ShareStore shares) {
    this.access = access;
    this.conversations = conversations;
    this.messages = messages;
    this.shares = shares;
  }

  /// All that others share with the caller, last touched first.
  public List<SharedConversation> all(Caller caller) {
    return shares.with(caller.account());
  }

  /// A conversation that somebody else shares with the caller.
  public SharedConversation get(Caller caller, ConversationId id) {
    return shares.find(caller.account(), id).orElseThrow(SharedConversations::notFound);
  }

  /// The caller has seen all that was answered in a conversation that somebody else shares.
  public void seen(Caller caller, ConversationId id) {
    shares.seen(caller.account(), get(caller, id).conversation().id());
  }

  /// What is shown of the active branch of a conversation that the caller may read.
  ///
  /// @return somebody else's without the reasons why answers failed
  public ConversationThread thread(Caller caller, ConversationId id, Shown shown) {
    return conversations
        .thread(caller.account(), id, shown)
        .orElseGet(() -> sharedThread(get(caller, id).conversation(), shown));
  }

  private ConversationThread sharedThread(Conversation found, Shown shown) {
    var thread =
        conversations
            .thread(found.owner(), found.id(), shown)
            .orElseThrow(SharedConversations::notFound);
    return new ConversationThread(
        found,
        thread.messages().stream().map(SharedConversations::forOthers).toList(),
        thread.siblings());
  }

  /// All messages at the place of this one, itself included, oldest first.
  public List<MessageId> siblings(Caller caller, Message message) {
    access.toRead(caller, message.conversation());
    return messages.siblings(message);
  }

  /// The usernames of those who asked in this conversation, which is not theirs, by question; empty
  /// for somebody whose account is gone.
  public Map<MessageId, String> askers(ConversationThread thread) {
    return shares.askers(thread.conversation().id());
  }

  /// The username of whoever asked this question, as in [#askers]; empty when it was asked by the
  /// conversation's owner.
  public Optional<String> asker(Caller caller, Message question) {
    var asker = shares.asker(question.id());
    if (asker.isPresent()) {
      access.toRead(caller, question.conversation());
    }
    return asker;
  }

  /// A message as others than its conversation's owner see it.
  public static Message forOthers(Message message) {
    return message.failure() == null
        ? message
        : new Message(
            message.id(),
            message.number(),
            message.conversation(),
            message.parent(),
            message.role(),
            message.content(),
            message.reasoning(),
            message.state(),
            message.createdAt(),
            message.usedModel(),
            message.usage(),
            message.toolCalls(),
            message.answersCall(),
            FAILED);
  }

  private static ProblemException notFound() {
    return new ProblemException(new Problem.NotFound("conversation"));
  }
}
