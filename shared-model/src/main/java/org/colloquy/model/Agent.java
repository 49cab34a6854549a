package org.colloquy.model;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A named preset: who the model is, what it knows, and which tools it may call.
///
/// @param number the same agent as an integer, for clients that count
/// @param owner null for one that is built in and that everybody has
public record Agent(AgentId id, long number, @Nullable AccountId owner, AgentPreset preset) {
  /// A plain model: nothing told, no tools.
  public static final Agent NONE = new Agent(0, "", "", "", List.of());

  /// One that is built in.
  public Agent(long number, AgentPreset preset) {
    this(AgentId.builtIn(number), number, null, preset);
  }

  /// One that is built in and only tells who the model is, and which tools it may call.
  public Agent(
      long number, String name, String description, String instructions, List<String> tools) {
    this(number, new AgentPreset(name, description, instructions, tools));
  }

  /// The same agent as something else.
  public Agent as(AgentPreset other) {
    return new Agent(id, number, owner, other);
  }

  /// Whether there is an agent at all.
  public boolean isSomebody() {
    return !id.equals(NONE.id);
  }

  public String name() {
    return preset.name();
  }

  public String description() {
    return preset.description();
  }

  public String instructions() {
    return preset.instructions();
  }

  public List<String> tools() {
    return preset.tools();
  }

  /// The same, told this instead.
  ///
  /// @param other empty to leave it as it is
  public Agent instructed(String other) {
    return other.isEmpty() ? this : as(preset.told(other));
  }

  /// The same, with these tools besides.
  public Agent with(List<String> more) {
    return as(preset.using(Stream.concat(tools().stream(), more.stream()).distinct().toList()));
  }
}
