package org.colloquy.desktop.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Reads single values out of the server's JSON. What is missing or of another type is an
/// [Unreachable]: then it is not our server that answers.
final class Wire {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Wire() {}

  static JsonNode parse(String text) {
    try {
      var node = JSON.readTree(text);
      return node.isMissingNode() ? JSON.createObjectNode() : node;
    } catch (JsonProcessingException e) {
      throw new Unreachable("the answer is not JSON", e);
    }
  }

  static ObjectNode object() {
    return JSON.createObjectNode();
  }

  static String text(JsonNode node, String field) {
    return node.path(field).asText("");
  }

  static @Nullable String textOrNull(JsonNode node, String field) {
    var value = node.path(field);
    return value.isTextual() ? value.textValue() : null;
  }

  static @Nullable Long numberOrNull(JsonNode node, String field) {
    var value = node.path(field);
    return value.isIntegralNumber() ? value.longValue() : null;
  }

  static UUID id(JsonNode node, String field) {
    var id = idOrNull(node, field);
    if (id == null) {
      throw new Unreachable("the answer has no " + field);
    }
    return id;
  }

  static @Nullable UUID idOrNull(JsonNode node, String field) {
    var value = textOrNull(node, field);
    return value == null ? null : uuid(value);
  }

  static UUID uuid(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      throw new Unreachable("the answer has a broken id", e);
    }
  }

  static Instant time(JsonNode node, String field) {
    try {
      return Instant.parse(text(node, field));
    } catch (DateTimeException e) {
      throw new Unreachable("the answer has a broken " + field, e);
    }
  }

  /// A text as one segment of a path.
  static String escaped(String segment) {
    return URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20");
  }

  static <T> List<T> list(JsonNode node, String field, Function<JsonNode, T> read) {
    var list = new ArrayList<T>();
    node.path(field).forEach(each -> list.add(read.apply(each)));
    return list;
  }

  /// The constant that the wire calls `cut-off` and Java `CUT_OFF`.
  static <E extends Enum<E>> E constant(Class<E> type, String wire, E otherwise) {
    for (var constant : type.getEnumConstants()) {
      if (constant.name().equalsIgnoreCase(wire.replace('-', '_'))) {
        return constant;
      }
    }
    return otherwise;
  }
}
