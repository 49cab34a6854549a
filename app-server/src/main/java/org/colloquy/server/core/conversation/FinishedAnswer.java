package org.colloquy.server.core.conversation;

import java.util.List;
import org.colloquy.model.MessageId;
import org.colloquy.model.MessageState;
import org.colloquy.model.ToolCall;
import org.colloquy.model.Usage;
import org.jspecify.annotations.Nullable;

/// The final form of an answer.
///
/// @param failure why it was cut off, one sentence; null when it was not, or simply stopped
public record FinishedAnswer(
    MessageId id,
    String content,
    String reasoning,
    MessageState state,
    Usage usage,
    List<ToolCall> toolCalls,
    @Nullable String failure) {
  public FinishedAnswer {
    toolCalls = List.copyOf(toolCalls);
  }
}
