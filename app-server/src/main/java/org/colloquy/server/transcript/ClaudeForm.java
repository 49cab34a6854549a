package org.colloquy.server.transcript;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.colloquy.model.Role;
import org.colloquy.server.core.Sha256;
import org.colloquy.server.core.importing.Transcript;

/// Claude's: a list of `chat_messages`, each of several blocks; some name the message before them.
final class ClaudeForm implements TranscriptForm {
  private static final String ORIGIN = "Claude";

  @Override
  public String origin() {
    return ORIGIN;
  }

  @Override
  public boolean fits(JsonNode json) {
    return json.path("chat_messages").isArray();
  }

  @Override
  public Transcript read(JsonNode json) {
    var id = Values.text(json, "uuid");
    return new Transcript(
        ORIGIN,
        id.isEmpty() ? Sha256.hex(json.toString()) : id,
        Values.text(json, "name"),
        Values.time(json.path("created_at")),
        lines(json.path("chat_messages"), Values.text(json, "model")),
        Values.key(json, "current_leaf_message_uuid"));
  }

  private static List<Transcript.Line> lines(JsonNode messages, String model) {
    var lines = new ArrayList<Transcript.Line>();
    String before = null;
    for (var message : messages) {
      var id = Values.text(message, "uuid");
      var key = id.isEmpty() ? String.valueOf(lines.size()) : id;
      var named = Values.key(message, "parent_message_uuid");
      var role = Values.role(Values.text(message, "sender"));
      lines.add(
          new Transcript.Line(
              key,
              named == null ? before : named,
              role == null ? Role.ASSISTANT : role,
              Values.joined(said(message), files(message)),
              thoughts(message.path("content")),
              Values.time(message.path("created_at")),
              Values.model(ORIGIN, model)));
      before = key;
    }
    return lines;
  }

  private static String said(JsonNode message) {
    var text = "";
    for (var block : message.path("content")) {
      text = Values.joined(text, block(block));
    }
    return text.isBlank() ? Values.text(message, "text") : text;
  }

  private static String block(JsonNode block) {
    return switch (Values.text(block, "type")) {
      case "text" -> Values.text(block, "text");
      case "tool_use" ->
          "`%s`\n\n%s"
              .formatted(
                  Values.text(block, "name"),
                  Values.fenced("json", block.path("input").toPrettyString()));
      case "tool_result" -> result(block.path("content"));
      default -> "";
    };
  }

  private static String result(JsonNode content) {
    if (content.isTextual()) {
      return Values.fenced("", content.textValue());
    }
    var text = "";
    for (var part : content) {
      text = Values.joined(text, Values.text(part, "text"));
    }
    return text.isBlank() ? "" : Values.fenced("", text);
  }

  private static String thoughts(JsonNode content) {
    var text = "";
    for (var block : content) {
      text = Values.joined(text, Values.text(block, "thinking"));
    }
    return text;
  }

  /// What was attached: its text where the export has it, its name where not.
  private static String files(JsonNode message) {
    var text = "";
    for (var file : message.path("attachments")) {
      var content = Values.text(file, "extracted_content");
      var name = "[File: " + Values.text(file, "file_name") + "]";
      text = Values.joined(text, content.isEmpty() ? name : name + "\n\n" + fenced(content));
    }
    for (var file : message.path("files")) {
      text = Values.joined(text, "[File: " + Values.text(file, "file_name") + "]");
    }
    return text;
  }

  private static String fenced(String content) {
    return Values.fenced("", content);
  }
}
