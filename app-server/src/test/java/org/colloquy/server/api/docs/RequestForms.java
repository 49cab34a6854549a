package org.colloquy.server.api.docs;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.colloquy.server.TestServer;
import org.colloquy.server.api.docs.ApiDescription.Operation;
import org.colloquy.server.http.Endpoint;

/// Requests as the description of the APIs says they look, and the places in them where the id of
/// something may stand.
public final class RequestForms {
  private static final Pattern NAMES_SOMETHING =
      Pattern.compile("(?i)(^|_|[a-z])(id|provider)$|^apikey_nickname$");

  private final ApiDescription description;

  private RequestForms(ApiDescription description) {
    this.description = description;
  }

  /// Those of this server.
  public static RequestForms of(TestServer server) {
    return new RequestForms(ApiDescription.of(server));
  }

  /// Where an id may stand.
  ///
  /// @param needed whether a request without it is not one
  public record Place(String name, Where where, boolean needed) {
    /// Which part of the request it is in.
    enum Where {
      QUERY,
      BODY
    }
  }

  /// One request.
  public record Request(String path, String body) {}

  /// All places in the query and the body of a request.
  public List<Place> places(Endpoint endpoint) {
    var operation = operation(endpoint);
    var places = new ArrayList<Place>();
    parameters(operation)
        .filter(one -> names(one.path("name").asText(), one.path("schema")))
        .map(one ->
            new Place(
                one.path("name").asText(), Place.Where.QUERY, one.path("required").booleanValue()))
        .forEach(places::add);
    var schema = form(operation).map(form -> form.appendProperty("schema"));
    if (schema.isPresent()) {
      var needed = needed(schema.get());
      fields(schema.get())
          .forEach((name, field) -> {
            if (names(name, field)) {
              places.add(new Place(name, Place.Where.BODY, needed.contains(name)));
            }
          });
    }
    return places;
  }

  /// A request with these ids at their places, and nothing at the others.
  ///
  /// @param path without its query
  public Request request(Endpoint endpoint, String path, Map<Place, String> ids) {
    var query =
        ids.entrySet().stream()
            .filter(entry -> entry.getKey().where() == Place.Where.QUERY)
            .map(entry -> entry.getKey().name() + "=" + entry.getValue())
            .collect(Collectors.joining("&"));
    var form = form(operation(endpoint));
    if (form.isEmpty()) {
      return new Request(path + (query.isEmpty() ? "" : "?" + query), "");
    }
    var body = example(description.document().at(form.get()));
    places(endpoint).forEach(place -> body.remove(place.name()));
    ids.forEach((place, id) -> {
      if (place.where() == Place.Where.BODY) {
        body.set(place.name(), value(id));
      }
    });
    return new Request(path + (query.isEmpty() ? "" : "?" + query), body.toString());
  }

  private Operation operation(Endpoint endpoint) {
    return description.operations().stream()
        .filter(one -> one.method().equals(endpoint.method()) && one.isAt(endpoint.path()))
        .min((one, other) -> Integer.compare(one.variables(), other.variables()))
        .orElseThrow();
  }

  private Stream<JsonNode> parameters(Operation operation) {
    var parameters = new ArrayList<JsonNode>();
    var at = operation.at().appendProperty("parameters");
    for (int i = 0; i < operation.node().path("parameters").size(); i++) {
      description
          .resolve(at.appendIndex(i))
          .ifPresent(place -> parameters.add(description.document().at(place)));
    }
    return parameters.stream().filter(one -> one.path("in").asText().equals("query"));
  }

  /// The first form that the body may have.
  private Optional<JsonPointer> form(Operation operation) {
    return description
        .resolve(operation.at().appendProperty("requestBody"))
        .map(place -> {
          var content = place.appendProperty("content");
          var type = description.document().at(content).fieldNames().next();
          return content.appendProperty(type);
        });
  }

  private static ObjectNode example(JsonNode form) {
    var first = form.path("examples").valueStream().findFirst();
    var shown = first.isPresent() ? first.get().path("value") : form.path("example");
    return shown instanceof ObjectNode object
        ? object.deepCopy()
        : JsonNodeFactory.instance.objectNode();
  }

  private List<String> needed(JsonPointer schema) {
    return description
        .resolve(schema)
        .map(place -> description.document().at(place).path("required"))
        .stream()
        .flatMap(JsonNode::valueStream)
        .map(JsonNode::asText)
        .toList();
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

  private static boolean names(String name, JsonNode schema) {
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
