package org.colloquy.desktop.fake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The memories of the scripted server; a query finds those that contain it.
public final class ScriptedMemories {
  private final Map<String, ObjectNode> memories = new LinkedHashMap<>();

  ScriptedMemories() {}

  public synchronized void add(String text) {
    put(text);
  }

  public synchronized List<String> texts() {
    return memories.values().stream().map(memory -> memory.get("text").asText()).toList();
  }

  private ObjectNode put(String text) {
    var memory = ScriptedServer.JSON.createObjectNode();
    memory.put("id", UUID.randomUUID().toString()).put("text", text);
    memory.put("changedAt", String.valueOf(Instant.now()));
    memories.put(memory.get("id").asText(), memory);
    return memory;
  }

  synchronized @Nullable ObjectNode handle(
      String method, String[] path, String query, ObjectNode body) {
    return switch (method) {
      case "POST" -> put(body.get("text").asText());
      case "PATCH" -> named(path[1]).put("text", body.get("text").asText());
      case "DELETE" -> memories.remove(path[1]);
      default -> found(query);
    };
  }

  private ObjectNode named(String id) {
    return Objects.requireNonNull(memories.get(id));
  }

  private ObjectNode found(String query) {
    var answer = ScriptedServer.JSON.createObjectNode();
    var list = answer.putArray("memories");
    memories.values().stream()
        .filter(memory -> memory.get("text").asText().contains(query))
        .forEach(list::add);
    return answer.deepCopy();
  }
}
