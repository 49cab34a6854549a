package org.colloquy.server.core.turn;

import java.util.List;
import org.colloquy.model.StopReason;
import org.colloquy.model.ToolCall;
import org.colloquy.model.Usage;

/// What a model answered, after everything was passed on.
///
/// @param fingerprint the provider's word for the system that answered; empty if none
public record Reply(
    List<ToolCall> toolCalls, Usage usage, StopReason stopReason, String fingerprint) {
  /// A reply that broke off before anything was known about it.
  static final Reply NOTHING = new Reply(List.of(), Usage.NONE, StopReason.UNKNOWN);

  public Reply {
    toolCalls = List.copyOf(toolCalls);
  }

  public Reply(List<ToolCall> toolCalls, Usage usage, StopReason stopReason) {
    this(toolCalls, usage, stopReason, "");
  }
}
