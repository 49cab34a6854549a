package org.colloquy.server.transcript;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.colloquy.model.Role;
import org.colloquy.server.core.Sha256;
import org.colloquy.server.core.importing.Transcript;
import org.jspecify.annotations.Nullable;

/// ChatGPT's: a tree of nodes in `mapping`; in early exports a list of `messages`. Thoughts are
/// nodes of their own and belong to the answer below them.
final class ChatGptForm implements TranscriptForm {
  private static final String ORIGIN = "ChatGPT";

  @Override
  public String origin() {
    return ORIGIN;
  }

  @Override
  public boolean fits(JsonNode json) {
    return json.path("mapping").isObject()
        || json.path("messages").path(0).path("author").has("role");
  }

  @Override
  public Transcript read(JsonNode json) {
    var title = Values.text(json, "title");
    var id = Values.text(json, "conversation_id", "id");
    return new Transcript(
        ORIGIN,
        id.isEmpty() ? Sha256.hex(json.toString()) : id,
        title,
        Values.time(json.path("create_time")),
        json.path("mapping").isObject() ? tree(json.path("mapping")) : list(json.path("messages")),
        Values.key(json, "current_node"));
  }

  private static List<Transcript.Line> tree(JsonNode nodes) {
    var lines = new ArrayList<Transcript.Line>();
    for (var entry : nodes.properties()) {
      var node = entry.getValue();
      var message = node.path("message");
      var content = ChatGptContent.of(message);
      boolean handedDown = content.onlyThoughts() && !node.path("children").isEmpty();
      lines.add(
          line(
              entry.getKey(),
              Values.key(node, "parent"),
              message,
              content.text(),
              handedDown ? "" : thoughts(nodes, node, content)));
    }
    return lines;
  }

  /// What was thought for an answer, in the nodes above it that say nothing.
  private static String thoughts(JsonNode nodes, JsonNode answer, ChatGptContent content) {
    var thoughts = content.thoughts();
    var seen = new HashSet<String>();
    var parent = Values.text(answer, "parent");
    while (!content.text().isEmpty() && seen.add(parent)) {
      var above = nodes.path(parent);
      var message = above.path("message");
      var said = ChatGptContent.of(message);
      boolean silent = said.text().isEmpty() && role(message) == Role.ASSISTANT;
      if (!silent || role(answer.path("message")) != Role.ASSISTANT) {
        break;
      }
      thoughts = Values.joined(said.thoughts(), thoughts);
      parent = Values.text(above, "parent");
    }
    return thoughts;
  }

  private static List<Transcript.Line> list(JsonNode messages) {
    var lines = new ArrayList<Transcript.Line>();
    String parent = null;
    for (var message : messages) {
      var key = String.valueOf(lines.size());
      var content = ChatGptContent.of(message);
      lines.add(line(key, parent, message, content.text(), content.thoughts()));
      parent = key;
    }
    return lines;
  }

  private static Transcript.Line line(
      String key, @Nullable String parent, JsonNode message, String text, String thoughts) {
    return new Transcript.Line(
        key,
        parent,
        role(message),
        text,
        thoughts,
        Values.time(message.path("create_time")),
        Values.model(ORIGIN, Values.text(message.path("metadata"), "model_slug")));
  }

  private static Role role(JsonNode message) {
    var role = Values.role(Values.text(message.path("author"), "role"));
    return role == null ? Role.ASSISTANT : role;
  }
}
