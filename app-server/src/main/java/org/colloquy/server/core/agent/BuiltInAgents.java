package org.colloquy.server.core.agent;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.colloquy.model.Agent;

/// The agents that everybody has, from a resource in the form of an agent file. An agent's place in
/// it is its number, for ever.
public final class BuiltInAgents {
  private static final String RESOURCE = "built-in-agents.json";

  private BuiltInAgents() {}

  /// All of them, in the order of their numbers.
  public static List<Agent> read(AgentFile file) {
    try (var resource = BuiltInAgents.class.getResourceAsStream(RESOURCE)) {
      var bytes = Objects.requireNonNull(resource, RESOURCE).readAllBytes();
      var presets = file.readAll(new String(bytes, StandardCharsets.UTF_8));
      return IntStream.range(0, presets.size())
          .mapToObj(i -> new Agent(i + 1L, presets.get(i)))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
