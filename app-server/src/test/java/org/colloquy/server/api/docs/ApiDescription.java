package org.colloquy.server.api.docs;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.colloquy.server.TestClient;
import org.colloquy.server.TestServer;
import org.colloquy.server.core.turn.ScriptedChatModel;

/// The description of all APIs, as somebody reads it who holds an answer against it. Here an object
/// may have no field that is not described, so that a new field cannot be forgotten.
public final class ApiDescription {
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final String ADDRESS = "https://colloquy.example/openapi.json";
  private static final List<String> METHODS =
      List.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

  private final JsonNode document;
  private final Schema closed;

  private ApiDescription(JsonNode document) {
    this.document = document;
    var copy = document.deepCopy();
    close(copy);
    closed =
        SchemaRegistry.withDialect(
                Dialects.getOpenApi31(),
                builder -> builder.schemas(Map.of(ADDRESS, copy.toString())))
            .getSchema(SchemaLocation.of(ADDRESS));
  }

  /// As a server tells it.
  public static ApiDescription ofThisProgram() {
    try (var server = TestServer.with(ScriptedChatModel.saying("x"))) {
      return of(server);
    }
  }

  static ApiDescription of(TestServer server) {
    return new ApiDescription(json(new TestClient(server.port(), "").get("/openapi.json").body()));
  }

  JsonNode document() {
    return document;
  }

  /// All operations, in the order of the document.
  List<Operation> operations() {
    return document.path("paths").properties().stream()
        .flatMap(path ->
            path.getValue().properties().stream()
                .filter(field -> METHODS.contains(field.getKey()))
                .map(field ->
                    new Operation(
                        field.getKey().toUpperCase(Locale.ROOT),
                        path.getKey(),
                        field.getValue(),
                        JsonPointer.empty()
                            .appendProperty("paths")
                            .appendProperty(path.getKey())
                            .appendProperty(field.getKey()))))
        .toList();
  }

  /// What is wrong with an answer; empty when it is as described.
  ///
  /// @param path as it was asked for
  /// @param contentType as it was answered; empty for none
  public List<String> faults(
      String method, String path, int status, String contentType, String body) {
    var plain = path.split("\\?", 2)[0];
    var found =
        operations().stream()
            .filter(operation -> operation.method().equals(method) && operation.isAt(plain))
            .min((one, other) -> Integer.compare(one.variables(), other.variables()));
    if (found.isEmpty()) {
      return status == 404 || status == 405 ? List.of() : List.of("is not described");
    }
    var answers = found.get().at().appendProperty("responses");
    var described = resolve(answers.appendProperty(Integer.toString(status)));
    var answer =
        described.orElseGet(() -> resolve(answers.appendProperty("default")).orElseThrow());
    if (described.isEmpty() && status < 400) {
      return List.of("status " + status + " is not described");
    }
    return faults(answer, contentType, body);
  }

  private List<String> faults(JsonPointer answer, String contentType, String body) {
    var content = answer.appendProperty("content");
    if (document.at(content).isMissingNode()) {
      return body.isEmpty() ? List.of() : List.of("there should be no body");
    }
    var type = contentType.split(";", 2)[0];
    var form = content.appendProperty(type);
    if (document.at(form).isMissingNode()) {
      return List.of("content type '" + type + "' is not described");
    }
    return type.equals("application/json")
        ? faults(form.appendProperty("schema"), body)
        : List.of();
  }

  /// What is wrong with a JSON text by the schema at this place.
  List<String> faults(JsonPointer schema, String json) {
    return closed
        .getRefSchema(SchemaLocation.of(ADDRESS + "#" + schema).getFragment())
        .validate(json, InputFormat.JSON)
        .stream()
        .map(Error::toString)
        .toList();
  }

  /// Where this place, or the one it refers to, is; empty when there is nothing.
  Optional<JsonPointer> resolve(JsonPointer place) {
    var there = document.at(place);
    if (there.isMissingNode()) {
      return Optional.empty();
    }
    return there.has("$ref")
        ? resolve(JsonPointer.compile(there.get("$ref").textValue().substring(1)))
        : Optional.of(place);
  }

  static JsonNode json(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void close(JsonNode node) {
    if (node instanceof ObjectNode object
        && object.path("properties").isObject()
        && !object.has("additionalProperties")) {
      object.put("additionalProperties", false);
    }
    node.forEach(ApiDescription::close);
  }

  /// One operation.
  ///
  /// @param path with braces
  /// @param at its place in the document
  record Operation(String method, String path, JsonNode node, JsonPointer at) {
    /// Whether a path without braces is this one's.
    boolean isAt(String asked) {
      var ours = segments(path);
      var theirs = segments(asked);
      if (ours.size() != theirs.size()) {
        return false;
      }
      for (int i = 0; i < ours.size(); i++) {
        if (!ours.get(i).startsWith("{") && !ours.get(i).equals(theirs.get(i))) {
          return false;
        }
      }
      return true;
    }

    int variables() {
      return (int) segments(path).stream().filter(segment -> segment.startsWith("{")).count();
    }

    /// The path with nothing in its braces and no slash at its end.
    String plainPath() {
      var plain = new ArrayList<String>();
      segments(path).forEach(segment -> plain.add(segment.startsWith("{") ? "{}" : segment));
      return "/" + String.join("/", plain);
    }

    Stream<String> tags() {
      return Stream.of(node.path("tags")).flatMap(JsonNode::valueStream).map(JsonNode::textValue);
    }

    static List<String> segments(String path) {
      return Arrays.stream(path.split("/", -1)).filter(segment -> !segment.isEmpty()).toList();
    }
  }
}
