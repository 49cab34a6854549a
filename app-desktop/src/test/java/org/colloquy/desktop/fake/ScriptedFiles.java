package org.colloquy.desktop.fake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/// The files and the running tables of the scripted server.
public final class ScriptedFiles {
  static final Set<String> PARTS = Set.of("files", "activity");

  private final Map<String, List<ObjectNode>> files = new ConcurrentHashMap<>();
  private final Map<String, List<ObjectNode>> lines = new ConcurrentHashMap<>();

  /// A file that is there already, with its line in the running table.
  public void add(UUID conversation, String name, String mediaType, long size) {
    var file = ScriptedServer.JSON.createObjectNode();
    file.put("id", UUID.randomUUID().toString()).put("number", 1).put("name", name);
    file.put("mediaType", mediaType).put("size", size);
    file.put("createdAt", ScriptedServer.time(Instant.now()));
    of(files, conversation.toString()).add(file);
    var line = ScriptedServer.JSON.createObjectNode();
    line.put("number", 1).put("kind", "upload");
    line.put("detail", "User uploads file '" + name + "', saving location is in this row.");
    line.put("at", ScriptedServer.time(Instant.now()));
    of(lines, conversation.toString()).add(line);
  }

  private static List<ObjectNode> of(Map<String, List<ObjectNode>> all, String conversation) {
    return all.computeIfAbsent(conversation, _ -> new CopyOnWriteArrayList<>());
  }

  ObjectNode handle(String[] path) {
    var answer = ScriptedServer.JSON.createObjectNode();
    var found = path[2].equals("files") ? files : lines;
    answer.set(path[2], ScriptedServer.array(of(found, path[1])));
    return answer;
  }
}
