package org.colloquy.desktop.fake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Everybody who has an account on the scripted server.
final class ScriptedPeople {
  private final Map<String, ObjectNode> accounts = new LinkedHashMap<>();

  ScriptedPeople() {
    add("owner", "owner");
    add("ada", "member");
    add("grace", "guest");
  }

  private void add(String name, String role) {
    var id = UUID.nameUUIDFromBytes(name.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    var account = ScriptedServer.JSON.createObjectNode();
    account.put("id", id.toString()).put("username", name).put("role", role);
    account.put("disabled", false).put("joinedAt", "2026-11-03T10:00:00Z");
    accounts.put(id.toString(), account);
  }

  synchronized @Nullable ObjectNode handle(String[] path, ObjectNode body) {
    if (path.length == 2) {
      var account = accounts.get(path[1]);
      return account == null ? null : account.setAll(body);
    }
    var answer = ScriptedServer.JSON.createObjectNode();
    answer.putArray("accounts").addAll(accounts.values());
    return answer;
  }
}
