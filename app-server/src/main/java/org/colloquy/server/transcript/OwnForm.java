package org.colloquy.server.transcript;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import org.colloquy.server.core.importing.Transcript;

/// A conversation as this program hands on a single one, see `docs/export.md`.
final class OwnForm implements TranscriptForm {
  @Override
  public String origin() {
    return Transcript.HERE;
  }

  @Override
  public boolean fits(JsonNode json) {
    return Values.text(json, "format").equals("colloquy-conversation")
        && json.path("conversation").isObject()
        && json.path("messages").isArray();
  }

  @Override
  public Transcript read(JsonNode json) {
    var conversation = json.path("conversation");
    var lines = new ArrayList<Transcript.Line>();
    json.path("messages").forEach(message -> lines.add(OwnLine.of(message)));
    return new Transcript(
        Transcript.HERE,
        Values.text(conversation, "id"),
        conversation.path("title").asText(),
        Values.time(conversation.path("createdAt")),
        lines,
        Values.key(conversation, "activeLeaf"));
  }
}
