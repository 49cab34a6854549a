package org.colloquy.desktop.fake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The servers of tools that the scripted server knows. One that was added is being connected to
/// until it was looked at once; then its tools wait to be approved.
public final class ScriptedMcp {
  private final Map<String, ObjectNode> servers = new LinkedHashMap<>();

  ScriptedMcp() {}

  /// One with two tools, as it stands with it: `ready`, `changed`, `failed` or `off`.
  public synchronized void add(String name, String state) {
    var server = put(name);
    server.put("address", "https://" + name + ".example/mcp").putNull("command");
    server.put("on", !state.equals("off"));
    become(server, state);
  }

  /// A server by its name.
  public synchronized ObjectNode named(String name) {
    return servers.values().stream()
        .filter(server -> server.get("name").asText().equals(name))
        .findFirst()
        .orElseThrow()
        .deepCopy();
  }

  public synchronized int count() {
    return servers.size();
  }

  private ObjectNode put(String name) {
    var id = UUID.randomUUID().toString();
    var server = ScriptedServer.JSON.createObjectNode().put("id", id).put("name", name);
    server.put("on", true).put("sentence", "").put("hash", "");
    server.putArray("variables");
    server.putArray("tools");
    servers.put(id, server);
    return server;
  }

  private static void become(ObjectNode server, String state) {
    server.put("state", state).put("sentence", state.equals("failed") ? "It went away." : "");
    var tools = server.putArray("tools");
    if (state.equals("ready") || state.equals("changed")) {
      server.put("hash", "e3b0c442");
      for (var tool : new String[] {"echo", "weigh"}) {
        tools
            .addObject()
            .put("name", server.get("name").asText() + "__" + tool)
            .put("description", "Does " + tool + ".")
            .put("schema", "{\"type\":\"object\"}");
      }
    }
  }

  synchronized @Nullable ObjectNode handle(
      String method, String[] path, String query, ObjectNode body) {
    if (path.length == 1) {
      return method.equals("POST") ? add(body) : all();
    }
    var server = servers.get(path[1]);
    if (server == null) {
      return null;
    }
    if (path.length == 3) {
      return part(server, path[2], method, query, body);
    }
    if (method.equals("DELETE")) {
      return servers.remove(path[1]);
    }
    if (body.has("on")) {
      var on = body.get("on").asBoolean();
      server.put("on", on);
      become(server, on ? "connecting" : "off");
    } else if (body.get("approve").asText().equals(server.get("hash").asText())) {
      become(server, "ready");
    }
    return server.deepCopy();
  }

  private ObjectNode add(ObjectNode body) {
    var server = put(body.get("name").asText());
    server.set("command", body.path("command"));
    server.set("address", body.path("address"));
    body.get("variables").fieldNames().forEachRemaining(server.withArray("variables")::add);
    become(server, "connecting");
    return server.deepCopy();
  }

  /// What is being connected to is there when it is looked at the next time.
  private ObjectNode all() {
    var answer = ScriptedServer.JSON.createObjectNode();
    answer.putArray("servers").addAll(servers.values());
    var told = answer.deepCopy();
    servers.values().stream()
        .filter(server -> server.get("state").asText().equals("connecting"))
        .forEach(server -> become(server, "changed"));
    return told;
  }

  private static ObjectNode part(
      ObjectNode server, String part, String method, String query, ObjectNode body) {
    var answer = ScriptedServer.JSON.createObjectNode();
    switch (part) {
      case "test" -> {
        become(server, "changed");
        return server.deepCopy();
      }
      case "resources" -> {
        if (!query.isEmpty()) {
          return answer.put("text", "Text of " + query);
        }
        var note = answer.putArray("resources").addObject().put("uri", "note://one");
        note.put("name", "One").put("description", "A note").put("mediaType", "text/plain");
      }
      default -> {
        if (method.equals("POST")) {
          return answer.put("text", "What is " + body.at("/arguments/what").asText() + "?");
        }
        var prompt = answer.putArray("prompts").addObject().put("name", "ask");
        prompt.put("description", "Asks").putArray("parameters").add("what");
      }
    }
    return answer;
  }
}
