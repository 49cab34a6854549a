package org.colloquy.desktop.fake;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// What the scripted server finds: things whose text contains the words.
public final class ScriptedSearch {
  private static final int MOST = 3;

  private final Map<String, List<ObjectNode>> things = new LinkedHashMap<>();
  private boolean building;

  ScriptedSearch() {}

  public synchronized void build(boolean goesOn) {
    building = goesOn;
  }

  /// A message that can be found.
  public void addMessage(UUID conversation, String title, UUID id, String text) {
    var hit = hit("message", id, text);
    hit.putObject("conversation").put("id", conversation.toString()).put("title", title);
    hit.put("role", "assistant").put("model", "script-1");
  }

  /// A conversation that can be found.
  public void addConversation(UUID conversation, String title) {
    hit("conversation", conversation, title)
        .putObject("conversation")
        .put("id", conversation.toString())
        .put("title", title);
  }

  /// A page of a file that can be found.
  public void addPage(UUID conversation, UUID file, String name, int page, String text) {
    var hit = hit("file", file, text);
    hit.putObject("conversation").put("id", conversation.toString()).put("title", "Papers");
    hit.putObject("file").put("name", name).put("page", page).put("label", "" + page);
  }

  /// A memory that can be found.
  public void addMemory(String text) {
    hit("memory", UUID.randomUUID(), text);
  }

  private synchronized ObjectNode hit(String kind, UUID id, String text) {
    var hit = ScriptedServer.JSON.createObjectNode();
    hit.put("id", id.toString()).put("number", 1).putNull("conversation");
    hit.put("time", "2026-03-01T12:00:00Z").putNull("role").putNull("model").putNull("type");
    hit.putObject("excerpt").put("text", text).putArray("marks");
    things.computeIfAbsent(kind, _ -> new ArrayList<>()).add(hit);
    return hit;
  }

  synchronized ObjectNode find(Map<String, String> asked) {
    var answer = ScriptedServer.JSON.createObjectNode().put("building", building);
    var groups = answer.putArray("groups");
    things.forEach((kind, hits) -> {
      if (asked.getOrDefault("kind", kind).equals(kind)) {
        addGroup(groups, kind, hits, asked);
      }
    });
    return answer;
  }

  private static void addGroup(
      ArrayNode groups, String kind, List<ObjectNode> hits, Map<String, String> asked) {
    var words = asked.getOrDefault("q", "");
    var found =
        hits.stream()
            .filter(hit -> hit.get("excerpt").get("text").asText().contains(words))
            .filter(hit ->
                asked
                    .getOrDefault("model", hit.get("model").asText())
                    .equals(hit.get("model").asText()))
            .map(hit -> marked(hit.deepCopy(), words))
            .skip(Integer.parseInt(asked.getOrDefault("after", "0")))
            .toList();
    if (!found.isEmpty()) {
      var group = groups.addObject().put("kind", kind);
      group.set("hits", ScriptedServer.array(found.stream().limit(MOST).toList()));
      group.put("next", found.size() > MOST ? Integer.toString(MOST) : null);
    }
  }

  private static ObjectNode marked(ObjectNode hit, String words) {
    var excerpt = (ObjectNode) hit.get("excerpt");
    int start = excerpt.get("text").asText().indexOf(words);
    ((ArrayNode) excerpt.get("marks"))
        .addObject()
        .put("start", start)
        .put("end", start + words.length());
    return hit;
  }
}
