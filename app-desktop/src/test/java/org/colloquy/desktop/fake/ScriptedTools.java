package org.colloquy.desktop.fake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The tools of the scripted server, and what was decided about them.
public final class ScriptedTools {
  private final Map<String, ObjectNode> policies = new LinkedHashMap<>();

  ScriptedTools() {}

  /// A tool was allowed always for an agent.
  public synchronized void allow(String tool, int agent) {
    decide(tool, "always").put("agent", agent);
  }

  /// A tool was refused for good for everybody.
  public synchronized void refuse(String tool) {
    decide(tool, "never").putNull("agent");
  }

  private ObjectNode decide(String tool, String policy) {
    var id = UUID.randomUUID().toString();
    var decision = ScriptedServer.JSON.createObjectNode().put("id", id).put("tool", tool);
    policies.put(id, decision.put("policy", policy).put("setAt", "2026-11-20T10:00:00Z"));
    return decision;
  }

  synchronized @Nullable ObjectNode handle(String method, String[] path) {
    if (path.length == 3) {
      return method.equals("DELETE") ? policies.remove(path[2]) : null;
    }
    var answer = ScriptedServer.JSON.createObjectNode();
    if (path.length == 2) {
      answer.putArray("policies").addAll(policies.values());
      return answer.deepCopy();
    }
    var tools = answer.putArray("tools");
    for (var name : new String[] {"calculator", "search_web"}) {
      tools
          .addObject()
          .put("name", name)
          .put("description", "Does it. And more than that.")
          .put("source", "built-in")
          .put("sends", name.equals("calculator") ? "nothing" : "one-service")
          .put("policy", "always");
    }
    return answer;
  }
}
