package org.colloquy.server.fuzz;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/// What a server says about itself in its OpenAPI document: its operations, and values as it
/// describes them.
final class Described {
  private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");
  private static final int DEEPEST = 6;

  private final JsonNode document;

  Described(JsonNode document) {
    this.document = document;
  }

  /// One method of one path.
  ///
  /// @param parameters as they are described
  /// @param bodies the description of the body by content type; empty when it has none
  record Operation(String method, String path, List<JsonNode> parameters, ObjectNode bodies) {}

  List<Operation> operations() {
    var operations = new ArrayList<Operation>();
    for (var path : document.path("paths").properties()) {
      for (var method : path.getValue().properties()) {
        if (METHODS.contains(method.getKey())) {
          operations.add(operation(method.getKey(), path.getKey(), path.getValue(), method));
        }
      }
    }
    return operations;
  }

  private Operation operation(
      String method, String path, JsonNode shared, Map.Entry<String, JsonNode> field) {
    var parameters = new ArrayList<JsonNode>();
    shared.path("parameters").forEach(parameter -> parameters.add(resolve(parameter)));
    field.getValue().path("parameters").forEach(parameter -> parameters.add(resolve(parameter)));
    var body = resolve(field.getValue().path("requestBody")).path("content");
    return new Operation(
        method.toUpperCase(Locale.ROOT),
        path,
        parameters,
        body.isObject() ? (ObjectNode) body : JsonNodeFactory.instance.objectNode());
  }

  private JsonNode resolve(JsonNode node) {
    return node.has("$ref")
        ? resolve(document.at(JsonPointer.compile(node.get("$ref").textValue().substring(1))))
        : node;
  }

  /// A value as a schema wants it, as JSON.
  String value(JsonNode schema, Seen seen, Random random) {
    return value(schema, seen, random, 0);
  }

  private String value(JsonNode described, Seen seen, Random random, int depth) {
    var schema = resolve(described);
    for (var several : List.of("oneOf", "anyOf", "allOf")) {
      if (schema.has(several)) {
        var one = schema.get(several).get(random.nextInt(schema.get(several).size()));
        return value(one, seen, random, depth + 1);
      }
    }
    if (schema.has("enum")) {
      return schema.get("enum").get(random.nextInt(schema.get("enum").size())).toString();
    }
    var type = schema.path("type");
    var name = type.isArray() ? type.get(0).asText() : type.asText("object");
    return switch (name) {
      case "string" -> string(schema, seen, random);
      case "integer" -> random.nextBoolean() ? seen.any(random).replaceAll("[^0-9].*", "7") : "3";
      case "number" -> "0.5";
      case "boolean" -> Boolean.toString(random.nextBoolean());
      case "array" -> depth > DEEPEST ? "[]" : list(schema, seen, random, depth);
      default -> depth > DEEPEST ? "{}" : object(schema, seen, random, depth);
    };
  }

  private static String string(JsonNode schema, Seen seen, Random random) {
    return switch (schema.path("format").asText()) {
      case "uuid" -> "\"" + seen.any(random) + "\"";
      case "date-time" -> "\"2026-01-15T10:00:00Z\"";
      case "email" -> "\"somebody" + random.nextInt(1_000) + "@example.org\"";
      default -> "\"word " + random.nextInt(1_000) + "\"";
    };
  }

  private String list(JsonNode schema, Seen seen, Random random, int depth) {
    var items = new ArrayList<String>();
    for (int i = random.nextInt(3); i >= 0; i--) {
      items.add(value(schema.path("items"), seen, random, depth + 1));
    }
    return "[" + String.join(",", items) + "]";
  }

  /// Now and then a field is missing, is another thing, is there twice, or is nothing we know.
  private String object(JsonNode schema, Seen seen, Random random, int depth) {
    var fields = new ArrayList<String>();
    for (var property : schema.path("properties").properties()) {
      var name = "\"" + property.getKey() + "\":";
      switch (random.nextInt(12)) {
        case 0 -> {}
        case 1 -> fields.add(name + Nasty.json(random));
        case 2 -> fields.add(name + json(Nasty.text(random)));
        case 3 -> {
          fields.add(name + value(property.getValue(), seen, random, depth + 1));
          fields.add(name + Nasty.json(random));
        }
        default -> fields.add(name + value(property.getValue(), seen, random, depth + 1));
      }
    }
    if (random.nextInt(8) == 0) {
      fields.add(json(Nasty.text(random)) + ":" + Nasty.json(random));
    }
    return "{" + String.join(",", fields) + "}";
  }

  private static String json(String text) {
    return TextNode.valueOf(text).toString();
  }
}
