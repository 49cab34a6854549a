package org.colloquy.server.core.conversation;

import java.time.Instant;
import org.colloquy.model.AccountId;
import org.colloquy.model.ConversationId;
import org.colloquy.model.MessageId;
import org.colloquy.model.MessageState;
import org.colloquy.model.ModelUsed;
import org.colloquy.model.Role;
import org.jspecify.annotations.Nullable;

/// A message that is about to be stored.
///
/// @param parent the message before it; null for the first
/// @param usedModel what writes it; null unless the role is ASSISTANT
/// @param answersCall the tool call this is the result of; null unless the role is TOOL
/// @param askedBy who asks it in somebody else's conversation; null for everything else
public record NewMessage(
    MessageId id,
    ConversationId conversation,
    @Nullable MessageId parent,
    Role role,
    String content,
    MessageState state,
    Instant createdAt,
    @Nullable ModelUsed usedModel,
    @Nullable String answersCall,
    @Nullable AccountId askedBy) {
  /// What is no question in somebody else's conversation.
  public NewMessage(
      MessageId id,
      ConversationId conversation,
      @Nullable MessageId parent,
      Role role,
      String content,
      MessageState state,
      Instant createdAt,
      @Nullable ModelUsed usedModel,
      @Nullable String answersCall) {
    this(id, conversation, parent, role, content, state, createdAt, usedModel, answersCall, null);
  }

  /// What somebody said. As every new message, it is the first one until it is put [#under]
  /// another.
  public static NewMessage said(
      MessageId id, ConversationId conversation, Role role, String text, Instant at) {
    return new NewMessage(
        id, conversation, null, role, text, MessageState.COMPLETE, at, null, null);
  }

  /// An answer of which no word was said yet.
  public static NewMessage growing(
      MessageId id, ConversationId conversation, @Nullable ModelUsed model, Instant at) {
    return new NewMessage(
        id, conversation, null, Role.ASSISTANT, "", MessageState.GROWING, at, model, null);
  }

  /// What a tool returned when it was called.
  public static NewMessage returned(
      MessageId id, ConversationId conversation, String call, String result, Instant at) {
    return new NewMessage(
        id, conversation, null, Role.TOOL, result, MessageState.COMPLETE, at, null, call);
  }

  /// The same message as the child of another one.
  public NewMessage under(@Nullable MessageId other) {
    return new NewMessage(
        id, conversation, other, role, content, state, createdAt, usedModel, answersCall, askedBy);
  }

  /// The same message, asked by somebody whose conversation it is not.
  public NewMessage askedBy(AccountId asker) {
    return new NewMessage(
        id, conversation, parent, role, content, state, createdAt, usedModel, answersCall, asker);
  }
}
