package org.colloquy.server.api.openai;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.colloquy.server.core.turn.Prompt;
import org.jspecify.annotations.Nullable;

/// What a message holds: one text, or parts of it and pictures.
final class ContentParts {
  private static final Set<String> PICTURES =
      Set.of("image/png", "image/jpeg", "image/gif", "image/webp");
  private static final String DATA = "data:";
  private static final String BASE64 = ";base64";

  private final @Nullable JsonNode content;
  private final String at;

  /// @param at where it stands in the request
  ContentParts(@Nullable JsonNode content, String at) {
    this.content = content == null || content.isNull() ? null : content;
    this.at = at;
  }

  /// The text of a message that has nothing else.
  String text() {
    if (content == null) {
      throw Wrong.missing(at);
    }
    parts("image_url")
        .forEach(picture -> {
          throw Wrong.with(at, "Only a user's message can show pictures.");
        });
    return textBesidePictures();
  }

  /// The text of a message that may have none.
  String textIfAny() {
    return content == null ? "" : text();
  }

  /// The text of a message that may show pictures.
  String textBesidePictures() {
    if (content == null) {
      throw Wrong.missing(at);
    }
    return content.isTextual()
        ? content.textValue()
        : parts("text").stream()
            .map(part -> texts(part.path("text"), "text"))
            .collect(Collectors.joining("\n"));
  }

  List<Prompt.Picture> pictures() {
    return parts("image_url").stream()
        .map(part -> picture(texts(part.path("image_url").path("url"), "image_url.url")))
        .toList();
  }

  /// The parts of this type, once it is sure that all of them are known.
  private List<JsonNode> parts(String wanted) {
    if (content == null || content.isTextual()) {
      return List.of();
    }
    if (!content.isArray()) {
      throw Wrong.with(at, "This must be a text or a list of parts.");
    }
    var found = new ArrayList<JsonNode>();
    for (var part : content) {
      var type = part.path("type").asText();
      if (!type.equals("text") && !type.equals("image_url")) {
        throw Wrong.with(at, "Parts can be of the types text and image_url.");
      }
      if (type.equals(wanted)) {
        found.add(part);
      }
    }
    return found;
  }

  private String texts(JsonNode value, String field) {
    if (!value.isTextual()) {
      throw Wrong.with(at + "." + field, "This must be a text.");
    }
    return value.textValue();
  }

  private Prompt.Picture picture(String url) {
    var field = at + ".image_url.url";
    if (!url.regionMatches(true, 0, DATA, 0, DATA.length())) {
      throw Wrong.with(
          field, "A picture is not fetched from anywhere; send it as data:image/png;base64,...");
    }
    int comma = url.indexOf(',');
    var head = url.substring(DATA.length(), Math.max(DATA.length(), comma)).strip();
    if (!head.toLowerCase(Locale.ROOT).endsWith(BASE64)) {
      throw Wrong.with(field, "A picture must be in base64.");
    }
    var type = head.substring(0, head.length() - BASE64.length()).toLowerCase(Locale.ROOT);
    if (!PICTURES.contains(type)) {
      throw Wrong.with(field, "A picture can be image/png, image/jpeg, image/gif or image/webp.");
    }
    var base64 = url.substring(comma + 1).strip();
    try {
      if (Base64.getDecoder().decode(base64).length == 0) {
        throw Wrong.with(field, "This picture is empty.");
      }
    } catch (IllegalArgumentException _) {
      throw Wrong.with(field, "This is not base64.");
    }
    return new Prompt.Picture(type, base64);
  }
}
