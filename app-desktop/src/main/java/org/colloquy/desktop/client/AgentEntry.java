package org.colloquy.desktop.client;

import java.util.List;
import java.util.UUID;
import org.colloquy.model.AgentVariable;
import org.colloquy.model.ModelParameters;
import org.jspecify.annotations.Nullable;

/// A preset that can answer.
///
/// @param number what it is called in decisions about tools
/// @param own whether this person made it, and can change it
/// @param variables the gaps in its instructions
/// @param model the model that it asks; null for the one that is chosen in the window
/// @param missingTools those of its tools that are not here
/// @param documents the names of what it knows by heart
public record AgentEntry(
    UUID id,
    long number,
    boolean own,
    String name,
    String description,
    String instructions,
    List<AgentVariable> variables,
    @Nullable ModelName model,
    ModelParameters parameters,
    List<String> tools,
    List<String> missingTools,
    List<String> documents) {
  public AgentEntry {
    variables = List.copyOf(variables);
    tools = List.copyOf(tools);
    missingTools = List.copyOf(missingTools);
    documents = List.copyOf(documents);
  }
}
