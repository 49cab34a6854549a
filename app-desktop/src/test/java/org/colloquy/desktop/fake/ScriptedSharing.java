package org.colloquy.desktop.fake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// How the scripted server is shared on the network, and who was invited to it.
public final class ScriptedSharing {
  private final Map<String, ObjectNode> invitations = new LinkedHashMap<>();
  private final ObjectNode sharing = ScriptedServer.JSON.createObjectNode();
  private boolean refused;
  private int codes;

  ScriptedSharing() {
    sharing.put("on", false).put("announced", false).put("name", "Colloquy");
    sharing.putNull("port").putArray("addresses");
    sharing.putNull("fingerprint");
  }

  /// From now on whoever asks may not share it.
  public synchronized void refuse() {
    refused = true;
  }

  synchronized @Nullable ObjectNode sharing(String method, ObjectNode body) {
    if (refused) {
      return null;
    }
    if (method.equals("PATCH")) {
      sharing.setAll(body);
      var addresses = sharing.putArray("addresses");
      if (sharing.get("on").asBoolean()) {
        addresses.add("https://192.168.1.5:8443").add("https://lab-desk.local:8443");
        sharing.put("port", 8443).put("fingerprint", Certificates.lab().text());
      } else {
        sharing.putNull("port");
      }
    }
    return sharing.deepCopy();
  }

  synchronized @Nullable ObjectNode invitations(String method, String[] path, ObjectNode body) {
    if (path.length == 2 && path[1].equals("accept")) {
      return accept(body);
    }
    if (path.length == 2) {
      return invitations.remove(path[1]);
    }
    if (method.equals("POST")) {
      return add(body);
    }
    var answer = ScriptedServer.JSON.createObjectNode();
    var list = answer.putArray("invitations");
    invitations.values().forEach(each -> list.add(each.deepCopy().without("code")));
    return answer;
  }

  private ObjectNode add(ObjectNode body) {
    var id = UUID.randomUUID().toString();
    var now = Instant.now();
    var until = now.plus(Duration.ofDays(body.get("days").asInt()));
    codes++;
    var invitation = ScriptedServer.JSON.createObjectNode();
    invitation.put("id", id).put("role", body.get("role").asText());
    invitation.put("createdAt", String.valueOf(now)).put("expiresAt", String.valueOf(until));
    invitation.putNull("usedAt").put("code", "code-" + codes);
    invitations.put(id, invitation);
    return invitation;
  }

  /// A code is good once.
  private @Nullable ObjectNode accept(ObjectNode body) {
    for (var invitation : invitations.values()) {
      if (invitation.get("code").equals(body.get("code")) && invitation.get("usedAt").isNull()) {
        invitation.put("usedAt", String.valueOf(Instant.now()));
        return ScriptedServer.JSON.createObjectNode().set("username", body.get("username"));
      }
    }
    return null;
  }

  /// Invites somebody.
  ///
  /// @return the code
  public synchronized String invite() {
    var wish = ScriptedServer.JSON.createObjectNode().put("role", "member").put("days", 7);
    return add(wish).get("code").asText();
  }
}
