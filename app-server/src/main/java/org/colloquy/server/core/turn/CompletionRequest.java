package org.colloquy.server.core.turn;

import java.util.List;

/// What a client wants answered that keeps its conversations itself.
///
/// @param lines the talk so far, oldest first; the last one is what is to be answered
public record CompletionRequest(ModelChoice choice, List<Prompt.Line> lines) {
  public CompletionRequest {
    lines = List.copyOf(lines);
  }
}
