package org.colloquy.desktop.fake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Saved prompts on the scripted server.
public final class ScriptedPrompts {
  private final Map<String, ObjectNode> prompts = new LinkedHashMap<>();

  ScriptedPrompts() {}

  /// Adds one, as JSON without an id.
  public synchronized void add(String json) {
    try {
      keep((ObjectNode) ScriptedServer.JSON.readTree(json));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private ObjectNode keep(ObjectNode prompt) {
    var id = UUID.randomUUID().toString();
    prompts.put(id, prompt.put("id", id));
    return prompt;
  }

  synchronized @Nullable ObjectNode handle(String method, String[] path, ObjectNode body) {
    if (path.length == 2 && path[1].equals("file")) {
      return file(method, body);
    }
    return switch (method) {
      case "POST" -> keep(body);
      case "PUT" -> change(path[1], body);
      case "DELETE" -> prompts.remove(path[1]);
      default -> list();
    };
  }

  private @Nullable ObjectNode change(String id, ObjectNode body) {
    return prompts.computeIfPresent(id, (_, _) -> body.put("id", id));
  }

  private ObjectNode list() {
    var list = ScriptedServer.JSON.createObjectNode();
    list.putArray("prompts").addAll(prompts.values());
    return list;
  }

  private ObjectNode file(String method, ObjectNode body) {
    if (method.equals("POST")) {
      body.path("prompts").forEach(one -> keep((ObjectNode) one));
      return ScriptedServer.JSON.createObjectNode().put("added", body.path("prompts").size());
    }
    var file = list();
    return file.put("format", "colloquy-prompts").put("version", 1);
  }
}
