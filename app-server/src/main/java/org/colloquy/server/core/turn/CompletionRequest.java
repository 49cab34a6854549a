package org.colloquy.server.core.turn;

import java.util.List;
import org.colloquy.model.ModelParameters;

/// What a client wants answered that keeps its conversations itself.
///
/// @param lines the talk so far, oldest first; the last one is what is to be answered
/// @param tools what the client can do itself; calls of them are told to it and end the answer
public record CompletionRequest(
    ModelChoice choice,
    List<Prompt.Line> lines,
    List<Prompt.ToolOffer> tools,
    Prompt.ToolChoice toolChoice,
    ModelParameters parameters) {
  public CompletionRequest {
    lines = List.copyOf(lines);
    tools = List.copyOf(tools);
  }

  /// A plain question.
  public CompletionRequest(ModelChoice choice, List<Prompt.Line> lines) {
    this(choice, lines, List.of(), new Prompt.ToolChoice.Free(), ModelParameters.NONE);
  }
}
