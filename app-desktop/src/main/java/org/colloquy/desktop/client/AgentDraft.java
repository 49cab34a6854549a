package org.colloquy.desktop.client;

import java.util.List;
import org.colloquy.model.AgentVariable;
import org.colloquy.model.ModelParameters;
import org.jspecify.annotations.Nullable;

/// What an agent is to be.
///
/// @param variables the gaps in its instructions
/// @param model the model that it asks; null for the one that is chosen in the window
public record AgentDraft(
    String name,
    String description,
    String instructions,
    List<AgentVariable> variables,
    @Nullable ModelName model,
    ModelParameters parameters,
    List<String> tools) {
  public AgentDraft {
    variables = List.copyOf(variables);
    tools = List.copyOf(tools);
  }
}
