package org.colloquy.model;

/// Why a model stopped.
public enum StopReason {
  /// It had said everything, or came to a text it was to stop at.
  STOP,
  /// It reached the most tokens it was allowed, or its window was full: the answer is not whole.
  LENGTH,
  /// It wants tools called before it goes on.
  TOOL_CALLS,
  /// Its provider held the rest back.
  FILTERED,
  /// It did not say.
  UNKNOWN
}
