package org.colloquy.server.transcript;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.colloquy.model.Role;
import org.colloquy.server.core.Sha256;
import org.colloquy.server.core.importing.Transcript;
import org.jspecify.annotations.Nullable;

/// Open WebUI's: a tree of messages in `chat.history`; in early exports a list in `chat.messages`.
/// Thoughts stand in the answer as a `details` element.
final class OpenWebUiForm implements TranscriptForm {
  private static final String ORIGIN = "Open WebUI";
  private static final Pattern THOUGHTS =
      Pattern.compile(
          "<details type=\"reasoning\"[^>]*+>(?:\\s*+<summary>[^<]*+</summary>)?+(.*?)</details>",
          Pattern.DOTALL);

  private static final Pattern QUOTED = Pattern.compile("^(>|&gt;) ?");

  @Override
  public String origin() {
    return ORIGIN;
  }

  @Override
  public boolean fits(JsonNode json) {
    var chat = json.path("chat");
    return chat.path("history").path("messages").isObject() || chat.path("messages").isArray();
  }

  @Override
  public Transcript read(JsonNode json) {
    var chat = json.path("chat");
    var history = chat.path("history");
    var id = Values.text(json, "id");
    var title = Values.text(json, "title");
    var created = Values.time(json.path("created_at"));
    return new Transcript(
        ORIGIN,
        id.isEmpty() ? Sha256.hex(json.toString()) : id,
        title.isEmpty() ? Values.text(chat, "title") : title,
        created == null ? Values.time(chat.path("timestamp")) : created,
        history.path("messages").isObject() ? tree(history) : list(chat.path("messages")),
        Values.key(history, "currentId"));
  }

  private static List<Transcript.Line> tree(JsonNode history) {
    var lines = new ArrayList<Transcript.Line>();
    for (var entry : history.path("messages").properties()) {
      var message = entry.getValue();
      lines.add(line(entry.getKey(), Values.key(message, "parentId"), message));
    }
    return lines;
  }

  private static List<Transcript.Line> list(JsonNode messages) {
    var lines = new ArrayList<Transcript.Line>();
    String parent = null;
    for (var message : messages) {
      var key = String.valueOf(lines.size());
      lines.add(line(key, parent, message));
      parent = key;
    }
    return lines;
  }

  private static Transcript.Line line(String key, @Nullable String parent, JsonNode message) {
    var role = Values.role(Values.text(message, "role"));
    var said = said(message.path("content"));
    return new Transcript.Line(
        key,
        parent,
        role == null ? Role.ASSISTANT : role,
        Values.joined(THOUGHTS.matcher(said).replaceAll("").strip(), files(message)),
        THOUGHTS
            .matcher(said)
            .results()
            .map(found -> unquoted(found.group(1)))
            .collect(Collectors.joining("\n\n")),
        Values.time(message.path("timestamp")),
        Values.model(ORIGIN, Values.text(message, "model")));
  }

  private static String said(JsonNode content) {
    if (content.isTextual()) {
      return content.textValue();
    }
    var text = "";
    for (var part : content) {
      text = Values.joined(text, Values.text(part, "text"));
    }
    return text;
  }

  private static String unquoted(String thoughts) {
    return thoughts
        .strip()
        .lines()
        .map(line -> QUOTED.matcher(line).replaceFirst(""))
        .collect(Collectors.joining("\n"));
  }

  private static String files(JsonNode message) {
    var text = "";
    for (var file : message.path("files")) {
      var name = Values.text(file, "name");
      text = Values.joined(text, name.isEmpty() ? "[Picture]" : "[File: " + name + "]");
    }
    return text;
  }
}
