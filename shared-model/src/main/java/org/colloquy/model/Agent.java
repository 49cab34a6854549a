package org.colloquy.model;

import java.util.List;
import java.util.stream.Stream;

/// A named preset: who the model is, and which tools it may call.
///
/// @param number from 1, in the order they are shown
/// @param description one line for people
/// @param instructions what the model is told before the talk; empty for nothing
/// @param tools names of the tools it may call
public record Agent(
    long number, String name, String description, String instructions, List<String> tools) {
  /// A plain model: nothing told, no tools.
  public static final Agent NONE = new Agent(0, "", "", "", List.of());

  public Agent {
    tools = List.copyOf(tools);
  }

  /// The same, told this instead.
  ///
  /// @param other empty to leave it as it is
  public Agent instructed(String other) {
    return other.isEmpty() ? this : new Agent(number, name, description, other, tools);
  }

  /// The same, with these tools besides.
  public Agent with(List<String> more) {
    var all = Stream.concat(tools.stream(), more.stream()).distinct().toList();
    return new Agent(number, name, description, instructions, all);
  }
}
