package org.colloquy.server.core.turn;

import java.util.List;
import org.colloquy.model.ToolCall;
import org.colloquy.model.Usage;

/// What a model answered, after everything was passed on.
///
/// @param stopReason the provider's word, such as `stop`, `length` or `tool_calls`; empty if none
public record Reply(List<ToolCall> toolCalls, Usage usage, String stopReason) {
  /// A reply that broke off before anything was known about it.
  static final Reply NOTHING = new Reply(List.of(), Usage.NONE, "");

  public Reply {
    toolCalls = List.copyOf(toolCalls);
  }
}
