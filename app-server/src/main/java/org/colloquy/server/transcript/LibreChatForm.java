package org.colloquy.server.transcript;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.colloquy.model.Role;
import org.colloquy.server.core.importing.Transcript;
import org.jspecify.annotations.Nullable;

/// LibreChat's: a list of `messages` that name the one before them, or a tree of `children`.
final class LibreChatForm implements TranscriptForm {
  private static final String ORIGIN = "LibreChat";

  @Override
  public String origin() {
    return ORIGIN;
  }

  @Override
  public boolean fits(JsonNode json) {
    return json.has("conversationId")
        && (json.path("messages").isArray() || json.path("messagesTree").isArray());
  }

  @Override
  public Transcript read(JsonNode json) {
    var model = Values.text(json.path("options"), "model");
    var lines = new ArrayList<Transcript.Line>();
    var messages =
        json.path("messages").isArray() ? json.path("messages") : json.path("messagesTree");
    add(messages, null, model, lines, json.path("branches").asBoolean(true));
    return new Transcript(
        ORIGIN, Values.text(json, "conversationId"), Values.text(json, "title"), null, lines, null);
  }

  /// @param branches whether messages say what stands before them; else each follows the last
  private static void add(
      JsonNode messages,
      @Nullable String above,
      String model,
      List<Transcript.Line> lines,
      boolean branches) {
    String before = above;
    for (var message : messages) {
      var id = Values.text(message, "messageId");
      var key = id.isEmpty() ? String.valueOf(lines.size()) : id;
      var named = Values.key(message, "parentMessageId");
      var parent = branches && named != null ? named : before;
      lines.add(line(key, above == null ? parent : above, message, model));
      add(message.path("children"), key, model, lines, branches);
      before = key;
    }
  }

  private static Transcript.Line line(
      String key, @Nullable String parent, JsonNode message, String usual) {
    boolean mine =
        message.has("isCreatedByUser")
            ? message.path("isCreatedByUser").asBoolean()
            : Values.text(message, "sender").equalsIgnoreCase("user");
    var model = Values.text(message, "model");
    return new Transcript.Line(
        key,
        parent,
        mine ? Role.USER : Role.ASSISTANT,
        said(message),
        thoughts(message.path("content")),
        Values.time(message.path("createdAt")),
        mine ? null : Values.model(ORIGIN, model.isEmpty() ? usual : model));
  }

  private static String said(JsonNode message) {
    var text = "";
    for (var part : message.path("content")) {
      var value = part.path("text");
      text =
          Values.joined(
              text, value.isObject() ? Values.text(value, "value") : Values.text(part, "text"));
    }
    return text.isBlank() ? Values.text(message, "text") : text;
  }

  private static String thoughts(JsonNode content) {
    var text = "";
    for (var part : content) {
      text = Values.joined(text, Values.text(part, "think"));
    }
    return text;
  }
}
