package org.colloquy.model;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One line of a conversation.
///
/// Messages form a tree: `parent` is the message before it, and two messages with the same parent
/// are two branches.
///
/// @param number the same message as an integer, for clients that count
/// @param parent the message before this one; null for the first
/// @param usedModel what wrote it; null unless the role is ASSISTANT
/// @param toolCalls what the model wanted called; empty unless the role is ASSISTANT
/// @param answersCall the tool call this is the result of; null unless the role is TOOL
/// @param failure why this answer was cut off, or why this question got no answer: one sentence;
///   null when nothing failed or it was simply stopped
public record Message(
    MessageId id,
    long number,
    ConversationId conversation,
    @Nullable MessageId parent,
    Role role,
    String content,
    String reasoning,
    MessageState state,
    Instant createdAt,
    @Nullable ModelUsed usedModel,
    Usage usage,
    List<ToolCall> toolCalls,
    @Nullable String answersCall,
    @Nullable String failure) {
  public Message {
    toolCalls = List.copyOf(toolCalls);
  }
}
