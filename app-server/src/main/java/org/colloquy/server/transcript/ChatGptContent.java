package org.colloquy.server.transcript;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;

/// What a message of ChatGPT says.
///
/// @param text as Markdown; empty for what people were not shown
record ChatGptContent(String text, String thoughts) {
  private static final ChatGptContent NONE = new ChatGptContent("", "");

  static ChatGptContent of(JsonNode message) {
    if (message.path("metadata").path("is_visually_hidden_from_conversation").asBoolean()) {
      return NONE;
    }
    var content = message.path("content");
    if (content.isTextual()) {
      return new ChatGptContent(content.textValue(), "");
    }
    return switch (Values.text(content, "content_type")) {
      case "thoughts" -> new ChatGptContent("", thoughts(content.path("thoughts")));
      case "reasoning_recap", "user_editable_context", "model_editable_context" -> NONE;
      case "code" -> code(Values.text(content, "language"), content);
      case "execution_output", "tether_browsing_display", "system_error" -> code("", content);
      case "tether_quote" -> new ChatGptContent(quote(content), "");
      default -> new ChatGptContent(parts(content.path("parts")), "");
    };
  }

  boolean onlyThoughts() {
    return text.isEmpty() && !thoughts.isEmpty();
  }

  private static ChatGptContent code(String language, JsonNode content) {
    var text = Values.text(content, "text", "result");
    var name = language.equals("unknown") ? "" : language;
    return text.isEmpty() ? NONE : new ChatGptContent(Values.fenced(name, text), "");
  }

  private static String quote(JsonNode content) {
    var quoted = Values.text(content, "text").lines().map(line -> "> " + line).toList();
    return Values.joined(String.join("\n", quoted), Values.text(content, "title", "url"));
  }

  private static String thoughts(JsonNode thoughts) {
    var text = "";
    for (var thought : thoughts) {
      var one = Values.joined(Values.text(thought, "summary"), Values.text(thought, "content"));
      text = Values.joined(text, one);
    }
    return text;
  }

  private static String parts(JsonNode parts) {
    var texts = new ArrayList<String>();
    for (var part : parts) {
      if (part.isTextual()) {
        texts.add(part.textValue());
      } else if (part.isObject()) {
        texts.add(object(part));
      }
    }
    texts.removeIf(String::isBlank);
    return String.join("\n\n", texts);
  }

  private static String object(JsonNode part) {
    return switch (Values.text(part, "content_type")) {
      case "image_asset_pointer" -> "[Picture]";
      case "audio_asset_pointer", "real_time_user_audio_video_asset_pointer" -> "[Recording]";
      default -> Values.text(part, "text");
    };
  }
}
