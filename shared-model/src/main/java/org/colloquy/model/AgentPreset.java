package org.colloquy.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What makes an agent: all of it data, so that it can be changed, copied, and handed on as a file.
///
/// @param description one line for people
/// @param instructions what the model is told before the talk, with `{{variables}}`; empty for
///   nothing
/// @param variables those of its own, beside the ones that every agent has
/// @param model null to leave it to whoever asks
/// @param tools names of the tools it may call, also of some that may not be here
public record AgentPreset(
    String name,
    String description,
    String instructions,
    List<AgentVariable> variables,
    @Nullable AgentModel model,
    ModelParameters parameters,
    List<String> tools,
    List<AgentDocument> documents) {
  public AgentPreset {
    variables = List.copyOf(variables);
    tools = List.copyOf(tools);
    documents = List.copyOf(documents);
  }

  /// One that only tells who the model is, and which tools it may call.
  public AgentPreset(String name, String description, String instructions, List<String> tools) {
    this(name, description, instructions, List.of(), null, ModelParameters.NONE, tools, List.of());
  }

  /// The same under another name.
  public AgentPreset named(String other) {
    return new AgentPreset(
        other, description, instructions, variables, model, parameters, tools, documents);
  }

  /// The same, told something else.
  public AgentPreset told(String others) {
    return new AgentPreset(
        name, description, others, variables, model, parameters, tools, documents);
  }

  /// The same with other tools.
  public AgentPreset using(List<String> others) {
    return new AgentPreset(
        name, description, instructions, variables, model, parameters, others, documents);
  }

  /// The same with other documents.
  public AgentPreset with(List<AgentDocument> others) {
    return new AgentPreset(
        name, description, instructions, variables, model, parameters, tools, others);
  }
}
