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
import java.util.Locale;
import java.util.Map;
import org.colloquy.model.ModelUsed;
import org.colloquy.model.Role;
import org.colloquy.model.ToolCall;
import org.colloquy.model.Usage;
import org.colloquy.server.core.importing.Transcript;
import org.colloquy.server.core.importing.TranscriptTaker;
import org.jspecify.annotations.Nullable;

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
    lines.add(
        new Transcript.Line(
            Values.text(json, "id"),
            Values.key(json, "parent"),
            role(Values.text(json, "role")),
            json.path("content").asText(),
            json.path("reasoning").asText(),
            Values.time(json.path("createdAt")),
            model(json.path("model")),
            new Usage(
                Math.max(0, json.path("usage").path("input").asInt()),
                Math.max(0, json.path("usage").path("output").asInt())),
            calls(json.path("toolCalls")),
            Values.key(json, "answersCall")));
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

  private static Role role(String word) {
    return word.equals(Role.TOOL.name().toLowerCase(Locale.ROOT)) ? Role.TOOL : spoken(word);
  }

  private static Role spoken(String word) {
    var role = Values.role(word);
    return role == null ? Role.ASSISTANT : role;
  }

  private static @Nullable ModelUsed model(JsonNode model) {
    return Values.model(Values.text(model, "provider"), Values.text(model, "model"));
  }

  private static List<ToolCall> calls(JsonNode calls) {
    var read = new ArrayList<ToolCall>();
    for (var call : calls) {
      read.add(
          new ToolCall(
              call.path("id").asText(),
              call.path("tool").asText(),
              call.path("arguments").asText()));
    }
    return read;
  }
}
