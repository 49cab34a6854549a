package org.colloquy.desktop.fake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;

/// What is being written, as the scripted server has it.
public final class ScriptedDrafts {
  private final Map<String, ObjectNode> drafts = new LinkedHashMap<>();
  private volatile String context =
      "{\"room\":null,\"instructions\":0,\"tools\":0,\"earlier\":0,\"question\":0,"
          + "\"leftOut\":0,\"cost\":null}";

  ScriptedDrafts() {}

  /// It would take this much of the model's window.
  public void take(String json) {
    context = json;
  }

  String context() {
    return context;
  }

  synchronized ObjectNode handle(String method, ObjectNode body) {
    if (method.equals("PUT")) {
      var place = body.path("conversation").asText();
      if (body.path("text").asText().isEmpty() && body.path("instead").isNull()) {
        drafts.remove(place);
      } else {
        drafts.put(place, body);
      }
    }
    var answer = ScriptedServer.JSON.createObjectNode();
    drafts.values().forEach(answer.putArray("drafts")::add);
    return answer.deepCopy();
  }
}
