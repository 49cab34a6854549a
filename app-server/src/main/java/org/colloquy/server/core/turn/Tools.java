package org.colloquy.server.core.turn;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.colloquy.model.Agent;
import org.colloquy.server.core.identity.Caller;

/// The tools there are for a caller, by the names that agents have for them.
public final class Tools {
  private final List<ToolSource> sources;

  /// @param sources of two tools of the same name, that of the earlier source is taken
  public Tools(List<ToolSource> sources) {
    this.sources = List.copyOf(sources);
  }

  /// A tool, and the name of the source it comes from.
  public record Listed(Tool tool, String source) {}

  /// All tools of the caller, in the order of their sources.
  public Collection<Listed> all(Caller caller) {
    return byName(caller).values();
  }

  /// Whether there is a tool of this name for the caller.
  public boolean has(Caller caller, String name) {
    return find(caller, name).isPresent();
  }

  /// What a model is offered as this agent. Tools that are not there are left out.
  List<Prompt.ToolOffer> offers(Caller caller, Agent agent) {
    if (agent.tools().isEmpty()) {
      return List.of();
    }
    var there = byName(caller);
    return agent.tools().stream()
        .distinct()
        .flatMap(name -> Optional.ofNullable(there.get(name)).stream())
        .map(Listed::tool)
        .map(tool -> new Prompt.ToolOffer(tool.name(), tool.description(), tool.schema()))
        .toList();
  }

  /// Whether what the tool of this name told is words of strangers; of one that is not there, it
  /// may be.
  boolean bringsStrangersWords(Caller caller, String name) {
    return find(caller, name).map(Tool::bringsStrangersWords).orElse(true);
  }

  /// The tool of this name, if it is there and the agent may use it.
  Optional<Tool> find(Caller caller, Agent agent, String name) {
    return agent.tools().contains(name) ? find(caller, name) : Optional.empty();
  }

  private Optional<Tool> find(Caller caller, String name) {
    return Optional.ofNullable(byName(caller).get(name)).map(Listed::tool);
  }

  private Map<String, Listed> byName(Caller caller) {
    var byName = new LinkedHashMap<String, Listed>();
    for (var source : sources) {
      for (var tool : source.tools(caller)) {
        byName.putIfAbsent(tool.name(), new Listed(tool, source.name()));
      }
    }
    return byName;
  }
}
