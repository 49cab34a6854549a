package org.colloquy.desktop.fake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The agents and tools of the scripted server.
public final class ScriptedAgents {
  private final Map<String, ObjectNode> agents = new LinkedHashMap<>();

  ScriptedAgents() {
    var geologist = put(false, "Geologist");
    geologist.put("description", "Knows stones").put("instructions", "You know stones.");
    geologist.withArray("tools").add("calculator").add("drill");
    geologist.withArray("missingTools").add("drill");
  }

  /// One of the person's own, with a variable.
  ///
  /// @param value what stands there when a conversation gives nothing
  public synchronized void add(String name, String variable, String value) {
    put(true, name)
        .withArray("variables")
        .addObject()
        .put("name", variable)
        .put("description", "")
        .put("value", value);
  }

  /// An agent by its name.
  public synchronized ObjectNode named(String name) {
    return agents.values().stream()
        .filter(agent -> agent.get("name").asText().equals(name))
        .findFirst()
        .orElseThrow()
        .deepCopy();
  }

  private ObjectNode put(boolean own, String name) {
    var id = UUID.randomUUID().toString();
    var agent = ScriptedServer.JSON.createObjectNode();
    agent
        .put("id", id)
        .put("number", agents.size() + 1)
        .put("own", own)
        .put("name", name)
        .put("description", "");
    agent.put("instructions", "").putNull("model").putObject("parameters");
    agent.putArray("variables");
    agent.putArray("tools");
    agent.putArray("missingTools");
    agent.putArray("documents");
    agents.put(id, agent);
    return agent;
  }

  synchronized @Nullable ObjectNode handle(String method, String[] path, ObjectNode body) {
    if (path.length == 1) {
      return method.equals("POST") ? changed(put(true, ""), body) : all();
    }
    if (path[1].equals("file")) {
      return changed(put(true, ""), body);
    }
    var agent = agents.get(path[1]);
    if (agent == null) {
      return null;
    }
    if (path.length > 2) {
      return part(agent, method, path, body);
    }
    return method.equals("DELETE") ? agents.remove(path[1]) : changed(agent, body);
  }

  private ObjectNode part(ObjectNode agent, String method, String[] path, ObjectNode body) {
    switch (path[2]) {
      case "copy" -> {
        var copy = changed(put(true, ""), agent.deepCopy().without(java.util.List.of("id", "own")));
        return copy.put("name", agent.get("name").asText() + " 2");
      }
      case "documents" -> {
        agent.withArray("documents").removeAll();
        if (method.equals("POST")) {
          agent.withArray("documents").addObject().put("name", body.get("name").asText());
        }
      }
      default -> {}
    }
    return agent;
  }

  private static ObjectNode changed(ObjectNode agent, ObjectNode body) {
    agent.setAll(body);
    return agent;
  }

  private ObjectNode all() {
    var answer = ScriptedServer.JSON.createObjectNode();
    answer.putArray("agents").addAll(agents.values());
    return answer.deepCopy();
  }
}
