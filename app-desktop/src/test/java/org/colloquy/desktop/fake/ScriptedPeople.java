package org.colloquy.desktop.fake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Everybody who has an account on the scripted server, the groups they are in, and their quotas.
public final class ScriptedPeople {
  private final Map<String, ObjectNode> accounts = new LinkedHashMap<>();
  private final Map<String, ObjectNode> groups = new LinkedHashMap<>();
  private final Map<String, ObjectNode> quotas = new LinkedHashMap<>();

  ScriptedPeople() {
    add("owner", "owner");
    add("ada", "member");
    add("grace", "guest");
  }

  private void add(String name, String role) {
    var account = ScriptedServer.JSON.createObjectNode();
    account.put("id", id(name)).put("username", name).put("role", role);
    account.put("disabled", false).put("joinedAt", "2026-11-03T10:00:00Z");
    accounts.put(id(name), account);
  }

  /// The id of this account or group.
  public static String id(String name) {
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
  }

  synchronized @Nullable ObjectNode accounts(String method, String[] path, ObjectNode body) {
    if (path.length == 3) {
      return ScriptedServer.JSON
          .createObjectNode()
          .put("code", "7K3M-9QXA-04TB-H2WE-5VCN-8RJD-6PZS")
          .put("goodUntil", "2026-11-24T10:00:00Z");
    }
    if (path.length == 2 && method.equals("DELETE")) {
      return accounts.remove(path[1]);
    }
    if (path.length == 2) {
      var account = accounts.get(path[1]);
      return account == null ? null : account.setAll(body);
    }
    var answer = ScriptedServer.JSON.createObjectNode();
    answer.putArray("accounts").addAll(accounts.values());
    return answer;
  }

  synchronized @Nullable ObjectNode groups(String method, String[] path, ObjectNode body) {
    if (path.length == 4) {
      return member(method, groups.get(path[1]), path[3]);
    }
    if (path.length == 2) {
      if (method.equals("DELETE")) {
        return groups.remove(path[1]);
      }
      var group = groups.get(path[1]);
      return group == null ? null : group.setAll(body);
    }
    if (method.equals("POST")) {
      return addGroup(body.get("name").asText());
    }
    var answer = ScriptedServer.JSON.createObjectNode();
    answer.putArray("groups").addAll(groups.values());
    return answer;
  }

  /// Makes a group with these members.
  public synchronized ObjectNode addGroup(String name, String... members) {
    var group = ScriptedServer.JSON.createObjectNode();
    group.put("id", id(name)).put("name", name).put("createdAt", "2026-11-03T10:00:00Z");
    var list = group.putArray("members");
    for (var member : members) {
      list.add(id(member));
    }
    groups.put(id(name), group);
    return group;
  }

  private static @Nullable ObjectNode member(
      String method, @Nullable ObjectNode group, String account) {
    if (group == null) {
      return null;
    }
    var kept = ScriptedServer.JSON.createArrayNode();
    group
        .withArray("members")
        .forEach(each -> {
          if (!each.asText().equals(account)) {
            kept.add(each);
          }
        });
    if (method.equals("PUT")) {
      kept.add(account);
    }
    group.set("members", kept);
    return group;
  }

  synchronized ObjectNode quotas(String method, ObjectNode body) {
    if (method.equals("PUT")) {
      var of = body.get("of").toString();
      quotas.remove(of);
      if (body.size() > 1) {
        quotas.put(of, used(body.deepCopy()));
      }
      return body;
    }
    var answer = ScriptedServer.JSON.createObjectNode().put("currency", "USD");
    answer.putArray("quotas").addAll(quotas.values());
    return answer;
  }

  private static ObjectNode used(ObjectNode quota) {
    quota.putObject("used").put("tokensToday", 12_000).put("tokensThisMonth", 340_000);
    ((ObjectNode) quota.get("used")).put("costToday", 250_000).put("costThisMonth", 7_100_000);
    quota.putObject("reserved").put("tokens", 3_000).put("cost", 40_000);
    return quota;
  }
}
