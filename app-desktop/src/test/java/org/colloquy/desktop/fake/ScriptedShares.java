package org.colloquy.desktop.fake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What is shared on the scripted server, by whom and with whom.
public final class ScriptedShares {
  private static final UUID GROUP = UUID.nameUUIDFromBytes(new byte[] {1});

  private final Map<String, ObjectNode> shares = new LinkedHashMap<>();
  private final Map<String, ObjectNode> offered = new LinkedHashMap<>();

  /// Somebody else shares this conversation with whoever looks.
  public synchronized void offer(ObjectNode conversation, String owner, String right) {
    conversation.put("owner", owner).put("right", right);
    offered.put(conversation.get("id").asText(), conversation);
  }

  /// They share nothing any more.
  public synchronized void takeBack() {
    offered.clear();
  }

  synchronized @Nullable ObjectNode handle(String method, String[] path, ObjectNode body) {
    if (path[0].equals("recipients")) {
      var answer = ScriptedServer.JSON.createObjectNode();
      var list = answer.putArray("recipients");
      list.addObject().putNull("account").put("group", GROUP.toString()).put("name", "Methane");
      list.add(account("grace"));
      return answer;
    }
    if (path[0].equals("shared-conversations")) {
      if (method.equals("PUT")) {
        Objects.requireNonNull(offered.get(path[1])).put("unread", false);
      }
      var answer = ScriptedServer.JSON.createObjectNode();
      answer.putArray("conversations").addAll(offered.values());
      return answer.deepCopy();
    }
    switch (method) {
      case "PUT" -> {
        return put(body);
      }
      case "DELETE" -> shares.values().removeIf(each -> each.get("id").asText().equals(path[3]));
      default -> {}
    }
    var answer = ScriptedServer.JSON.createObjectNode();
    answer.putArray("shares").addAll(shares.values());
    return answer;
  }

  private @Nullable ObjectNode put(ObjectNode body) {
    if (body.path("username").asText().equals("nobody")) {
      return null;
    }
    var share =
        body.has("group")
            ? ScriptedServer.JSON
                .createObjectNode()
                .putNull("account")
                .put("group", GROUP.toString())
                .put("name", "Methane")
            : account(body.has("username") ? body.get("username").asText() : "grace");
    var name = share.get("name").asText();
    share.put("id", UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString());
    share.put("right", body.get("right").asText()).put("sharedAt", "2026-11-03T10:00:00Z");
    shares.put(name, share);
    return share;
  }

  private static ObjectNode account(String name) {
    var id = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    var account = ScriptedServer.JSON.createObjectNode();
    return account.put("account", id.toString()).putNull("group").put("name", name);
  }
}
