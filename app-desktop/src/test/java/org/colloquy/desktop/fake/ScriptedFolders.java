package org.colloquy.desktop.fake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The folders of the scripted server.
public final class ScriptedFolders {
  private final Map<String, ObjectNode> folders = new LinkedHashMap<>();

  public synchronized UUID add(String name) {
    var id = UUID.randomUUID();
    var folder = ScriptedServer.JSON.createObjectNode();
    folder.put("id", id.toString()).put("name", name).putNull("keepDays");
    folders.put(id.toString(), folder);
    return id;
  }

  public synchronized List<String> names() {
    return folders.values().stream().map(folder -> folder.get("name").asText()).toList();
  }

  synchronized @Nullable ObjectNode handle(String method, String[] path, ObjectNode body) {
    if (path.length == 1 && method.equals("POST")) {
      return folders.get(add(body.get("name").asText()).toString());
    }
    if (path.length == 1) {
      var answer = ScriptedServer.JSON.createObjectNode();
      answer.set("folders", ScriptedServer.array(List.copyOf(folders.values())));
      return answer.deepCopy();
    }
    var folder = folders.get(path[1]);
    if (folder != null && method.equals("DELETE")) {
      folders.remove(path[1]);
    } else if (folder != null) {
      folder.setAll(body);
    }
    return folder;
  }
}
