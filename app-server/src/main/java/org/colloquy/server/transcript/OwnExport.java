package org.colloquy.server.transcript;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.colloquy.server.core.importing.Transcript;
import org.colloquy.server.core.importing.TranscriptTaker;

/// The conversations of an export of this program, see `docs/export.md`: their messages stand
/// together, in the order of the conversations. Those in the trash stay behind.
final class OwnExport {
  /// What is known of the conversations.
  static final String CONVERSATIONS = "conversations.jsonl";

  /// What was said in them.
  static final String MESSAGES = "messages.jsonl";

  private final TranscriptTaker taker;
  private final long largest;
  private final Map<String, JsonNode> conversations = new HashMap<>();
  private final List<Transcript.Line> lines = new ArrayList<>();
  private String current = "";

  /// @param largest how many bytes one conversation may have, and all that is known of all of them
  OwnExport(TranscriptTaker taker, long largest) {
    this.taker = taker;
    this.largest = largest;
  }

  /// Reads the one file, then the other.
  void read(InputStream known, InputStream said) {
    try {
      each(
          new LimitedStream(known, largest),
          json -> conversations.put(Values.text(json, "id"), json));
      var limited = new LimitedStream(said, largest);
      each(limited, json -> line(json, limited));
      end();
    } catch (IOException _) {
      taker.unreadable(Transcript.HERE, "The rest", JsonTranscripts.BROKEN);
    }
  }

  private interface Use {
    void of(JsonNode json);
  }

  private void each(InputStream content, Use use) throws IOException {
    var lines = new BufferedReader(new InputStreamReader(content, StandardCharsets.UTF_8));
    int number = 0;
    for (var line = lines.readLine(); line != null; line = lines.readLine()) {
      number++;
      try {
        use.of(JsonTranscripts.MAPPER.readTree(line));
      } catch (JsonProcessingException _) {
        taker.unreadable(Transcript.HERE, "Line " + number, "This line is damaged.");
      }
    }
  }

  private void line(JsonNode json, LimitedStream content) {
    var conversation = Values.text(json, "conversation");
    if (!conversation.equals(current)) {
      end();
      current = conversation;
      content.another();
    }
    lines.add(OwnLine.of(json));
  }

  private void end() {
    var known = conversations.get(current);
    if (known != null && known.path("removedAt").isNull()) {
      taker.transcript(
          new Transcript(
              Transcript.HERE,
              current,
              known.path("title").asText(),
              Values.time(known.path("createdAt")),
              lines,
              Values.key(known, "activeLeaf")));
    } else if (known == null && !lines.isEmpty()) {
      taker.unreadable(
          Transcript.HERE, current, "The export says nothing about this conversation.");
    }
    lines.clear();
  }
}
