package org.colloquy.server.api.docs;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.colloquy.server.TestServer;
import org.colloquy.server.api.docs.ApiDescription.Operation;
import org.colloquy.server.http.Endpoint;

/// Requests as the description of the APIs says they look, with an id wherever one may stand.
public final class RequestForms {
  private static final Pattern NAMES_SOMETHING =
      Pattern.compile("(?i)(^|_|[a-z])(id|key|nickname|provider|conversation|message)$");

  private final ApiDescription description;

  private RequestForms(ApiDescription description) {
    this.description = description;
  }

  /// Those of this server.
  public static RequestForms of(TestServer server) {
    return new RequestForms(ApiDescription.of(server));
  }

  /// A request without its path.
  ///
  /// @param query with its question mark, or empty
  public record Form(String query, String body) {
    /// The whole request.
    public Request at(String path) {
      return new Request(path + query, body);
    }
  }

  /// One request.
  public record Request(String path, String body) {}

  /// Whether an id may stand in the query or the body of such a request.
  public boolean hasPlaces(Endpoint endpoint) {
    return !of(endpoint, "a").equals(of(endpoint, "b"));
  }

  /// A request with this id at every place.
  public Form of(Endpoint endpoint, String id) {
    var operation = operation(endpoint);
    return new Form(query(operation, id), body(operation, id));
  }

  private Operation operation(Endpoint endpoint) {
    return description.operations().stream()
        .filter(one -> one.method().equals(endpoint.method()) && one.isAt(endpoint.path()))
        .min((one, other) -> Integer.compare(one.variables(), other.variables()))
        .orElseThrow();
  }

  private String query(Operation operation, String id) {
    var query =
        operation
            .node()
            .path("parameters")
            .valueStream()
            .filter(parameter -> parameter.path("in").asText().equals("query"))
            .filter(parameter -> places(parameter.path("name").asText(), parameter.path("schema")))
            .map(parameter -> parameter.path("name").asText() + "=" + id)
            .collect(Collectors.joining("&"));
    return query.isEmpty() ? "" : "?" + query;
  }

  private String body(Operation operation, String id) {
    var place = description.resolve(operation.at().appendProperty("requestBody"));
    if (place.isEmpty()) {
      return "";
    }
    var content = description.document().at(place.get()).path("content");
    var type = content.fieldNames().next();
    var form = content.path(type);
    var body = example(form);
    var schema =
        place.get().appendProperty("content").appendProperty(type).appendProperty("schema");
    fields(schema)
        .forEach((name, field) -> {
          if (places(name, field)) {
            body.set(name, value(id));
          }
        });
    return body.toString();
  }

  private static ObjectNode example(JsonNode form) {
    var example = form.path("example");
    var first = form.path("examples").valueStream().findFirst();
    var shown = first.isPresent() ? first.get().path("value") : example;
    return shown instanceof ObjectNode object
        ? object.deepCopy()
        : JsonNodeFactory.instance.objectNode();
  }

  private Map<String, JsonNode> fields(JsonPointer schema) {
    var fields = new TreeMap<String, JsonNode>();
    description
        .resolve(schema)
        .ifPresent(place -> {
          var node = description.document().at(place);
          node.path("properties")
              .properties()
              .forEach(field -> fields.put(field.getKey(), field.getValue()));
          for (var kind : new String[] {"oneOf", "anyOf", "allOf"}) {
            for (int i = 0; i < node.path(kind).size(); i++) {
              fields.putAll(fields(place.appendProperty(kind).appendIndex(i)));
            }
          }
        });
    return fields;
  }

  private static boolean places(String name, JsonNode schema) {
    return schema.path("format").asText().equals("uuid")
        || schema.path("$ref").asText().endsWith(".Id")
        || NAMES_SOMETHING.matcher(name).find();
  }

  private static JsonNode value(String id) {
    return id.matches("[0-9]{1,18}")
        ? JsonNodeFactory.instance.numberNode(Long.parseLong(id))
        : JsonNodeFactory.instance.textNode(id);
  }
}
