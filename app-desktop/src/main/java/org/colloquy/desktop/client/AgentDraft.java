package org.colloquy.desktop.client;

import java.util.List;
import org.colloquy.model.ModelParameters;
import org.jspecify.annotations.Nullable;

/// What an agent is to be.
///
/// @param model the model that it asks; null for the one that is chosen in the window
public record AgentDraft(
    String name,
    String description,
    String instructions,
    @Nullable ModelName model,
    ModelParameters parameters,
    List<String> tools) {
  public AgentDraft {
    tools = List.copyOf(tools);
  }
}
