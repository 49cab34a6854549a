package org.colloquy.server.api.app;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.colloquy.model.Message;
import org.colloquy.model.MessageId;
import org.colloquy.model.ModelUsed;
import org.colloquy.model.ToolCall;
import org.colloquy.model.TurnId;
import org.colloquy.model.Usage;
import org.colloquy.server.core.conversation.ConversationThread;
import org.jspecify.annotations.Nullable;

/// A message as the desktop's own API sends it.
///
/// @param askedBy who asked it in a conversation that is not theirs, empty when their account is
///   gone; null when it is no such question
record MessageJson(
    UUID id,
    long number,
    @Nullable UUID parent,
    String role,
    String content,
    String reasoning,
    String state,
    Instant createdAt,
    @Nullable ModelUsed model,
    Usage usage,
    List<ToolCall> toolCalls,
    @Nullable String answersCall,
    @Nullable String failure,
    @Nullable String askedBy,
    List<UUID> siblings) {
  static MessageJson of(Message message, List<MessageId> siblings, @Nullable String askedBy) {
    var parent = message.parent();
    return new MessageJson(
        message.id().value(),
        message.number(),
        parent == null ? null : parent.value(),
        AppJson.word(message.role()),
        message.content(),
        message.reasoning(),
        AppJson.word(message.state()),
        message.createdAt(),
        message.usedModel(),
        message.usage(),
        message.toolCalls(),
        message.answersCall(),
        message.failure(),
        askedBy,
        siblings.stream().map(MessageId::value).toList());
  }

  /// The branch of a conversation that is shown, and the turn that goes on at its end.
  record MessagesJson(List<MessageJson> messages, @Nullable UUID runningTurn) {
    static MessagesJson of(
        ConversationThread thread, Optional<TurnId> running, Map<MessageId, String> askers) {
      return new MessagesJson(
          thread.messages().stream()
              .map(message ->
                  MessageJson.of(message, thread.siblings(message), askers.get(message.id())))
              .toList(),
          running.map(TurnId::value).orElse(null));
    }
  }
}
