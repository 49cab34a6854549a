package org.colloquy.server.core.turn;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.colloquy.model.Agent;

/// The tools there are, by the names that agents have for them.
public final class Tools {
  private final Map<String, Tool> byName;

  /// @param tools no two of the same name
  public Tools(List<Tool> tools) {
    byName = tools.stream().collect(Collectors.toUnmodifiableMap(Tool::name, Function.identity()));
  }

  /// What a model is offered as this agent. Tools that are not there are left out.
  List<Prompt.ToolOffer> offers(Agent agent) {
    return agent.tools().stream()
        .flatMap(name -> find(agent, name).stream())
        .map(tool -> new Prompt.ToolOffer(tool.name(), tool.description(), tool.schema()))
        .toList();
  }

  /// Whether what the tool of this name told is words of strangers; of one that is not there, it
  /// may be.
  boolean bringsStrangersWords(String name) {
    var tool = byName.get(name);
    return tool == null || tool.bringsStrangersWords();
  }

  /// The tool of this name, if it is there and the agent may use it.
  Optional<Tool> find(Agent agent, String name) {
    return agent.tools().contains(name) ? Optional.ofNullable(byName.get(name)) : Optional.empty();
  }
}
