package org.colloquy.server.core.shared;

import java.util.Optional;
import org.colloquy.model.Conversation;
import org.colloquy.model.ConversationId;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.server.core.conversation.ConversationStore;
import org.colloquy.server.core.conversation.StrangersWords;
import org.colloquy.server.core.identity.Caller;

/// Decides what a caller may do with a conversation: everything if it is theirs, what its owner
/// allowed if it is shared with them, and else it is not found.
///
/// All that is not asked here is for owners alone.
public final class ConversationAccess {
  private final ConversationStore conversations;
  private final ShareStore shares;
  private final StrangersWords strangersWords;

  public ConversationAccess(
      ConversationStore conversations, ShareStore shares, StrangersWords strangersWords) {
    this.conversations = conversations;
    this.shares = shares;
    this.strangersWords = strangersWords;
  }

  /// A conversation of the caller's own, for clients that know of no others.
  public Conversation own(Caller caller, ConversationId id) {
    return conversations.find(caller.account(), id).orElseThrow(ConversationAccess::notFound);
  }

  /// A conversation that the caller may read.
  ///
  /// @return somebody else's without its folder, its agent and its memories
  public Conversation toRead(Caller caller, ConversationId id) {
    return conversations
        .find(caller.account(), id)
        .or(() -> shares.find(caller.account(), id).map(SharedConversation::conversation))
        .orElseThrow(ConversationAccess::notFound);
  }

  /// A conversation that the caller may ask in.
  ///
  /// @return somebody else's without its folder, its agent and its memories
  /// @throws ProblemException NotAllowed when it may only be read
  public Conversation toWrite(Caller caller, ConversationId id) {
    return conversations
        .find(caller.account(), id)
        .or(() -> shares.find(caller.account(), id).map(ConversationAccess::writable))
        .orElseThrow(ConversationAccess::notFound);
  }

  /// A conversation that the caller is about to ask in. When it is somebody else's, words of
  /// strangers are in it from now on: for the tools of either of them, the other one is one.
  ///
  /// @return as [#toWrite]
  public Conversation toAskIn(Caller caller, ConversationId id) {
    var found = toWrite(caller, id);
    if (!found.owner().equals(caller.account())) {
      strangersWords.cameInto(id);
    }
    return found;
  }

  /// What the caller may do now with a conversation of somebody else; empty when nothing.
  public Optional<Right> right(Caller caller, ConversationId id) {
    return shares.find(caller.account(), id).map(SharedConversation::right);
  }

  private static Conversation writable(SharedConversation shared) {
    return switch (shared.right()) {
      case WRITE -> shared.conversation();
      case READ ->
          throw new ProblemException(
              new Problem.NotAllowed("this conversation is shared with you to read"));
    };
  }

  private static ProblemException notFound() {
    return new ProblemException(new Problem.NotFound("conversation"));
  }
}
