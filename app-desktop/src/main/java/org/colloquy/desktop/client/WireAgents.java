package org.colloquy.desktop.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.colloquy.model.AgentVariable;
import org.colloquy.model.ModelParameters;
import org.colloquy.model.ResponseFormat;
import org.jspecify.annotations.Nullable;

/// Reads agents out of the server's JSON, and writes them.
final class WireAgents {
  private WireAgents() {}

  static AgentEntry agent(JsonNode node) {
    return new AgentEntry(
        Wire.id(node, "id"),
        node.path("number").asLong(),
        node.path("own").asBoolean(),
        Wire.text(node, "name"),
        Wire.text(node, "description"),
        Wire.text(node, "instructions"),
        Wire.list(node, "variables", WireAgents::variable),
        model(node.path("model")),
        parameters(node.path("parameters")),
        Wire.list(node, "tools", JsonNode::asText),
        Wire.list(node, "missingTools", JsonNode::asText),
        Wire.list(node, "documents", document -> Wire.text(document, "name")));
  }

  static ObjectNode json(AgentDraft draft) {
    var body =
        Wire.object()
            .put("name", draft.name())
            .put("description", draft.description())
            .put("instructions", draft.instructions());
    var variables = body.putArray("variables");
    draft.variables().forEach(one -> variables.add(json(one)));
    var model = draft.model();
    if (model == null) {
      body.putNull("model");
    } else {
      body.putObject("model").put("provider", model.provider()).put("model", model.model());
    }
    body.set("parameters", json(draft.parameters()));
    draft.tools().forEach(body.putArray("tools")::add);
    return body;
  }

  private static AgentVariable variable(JsonNode node) {
    return new AgentVariable(
        Wire.text(node, "name"), Wire.text(node, "description"), Wire.text(node, "value"));
  }

  private static ObjectNode json(AgentVariable variable) {
    return Wire.object()
        .put("name", variable.name())
        .put("description", variable.description())
        .put("value", variable.value());
  }

  /// What a conversation gives for variables, by name.
  static Map<String, String> values(JsonNode node) {
    var values = new LinkedHashMap<String, String>();
    node.path("variables")
        .properties()
        .forEach(one -> values.put(one.getKey(), one.getValue().asText()));
    return values;
  }

  private static @Nullable ModelName model(JsonNode node) {
    return node.isObject()
        ? new ModelName(Wire.text(node, "provider"), Wire.text(node, "model"))
        : null;
  }

  static ModelParameters parameters(JsonNode node) {
    return new ModelParameters(
        node.hasNonNull("temperature") ? node.get("temperature").asDouble() : null,
        node.hasNonNull("topP") ? node.get("topP").asDouble() : null,
        node.hasNonNull("seed") ? node.get("seed").asLong() : null,
        node.hasNonNull("maxTokens") ? node.get("maxTokens").asInt() : null,
        Wire.list(node, "stop", JsonNode::asText),
        format(node.path("format")));
  }

  private static @Nullable ResponseFormat format(JsonNode node) {
    return switch (Wire.text(node, "type")) {
      case "text" -> new ResponseFormat.Text();
      case "json" -> new ResponseFormat.Json();
      case "json-schema" ->
          new ResponseFormat.JsonSchema(Wire.text(node, "name"), node.path("schema").toString());
      default -> null;
    };
  }

  static ObjectNode json(ModelParameters parameters) {
    var body = Wire.object();
    if (parameters.temperature() != null) {
      body.put("temperature", parameters.temperature());
    }
    if (parameters.topP() != null) {
      body.put("topP", parameters.topP());
    }
    if (parameters.seed() != null) {
      body.put("seed", parameters.seed());
    }
    if (parameters.maxTokens() != null) {
      body.put("maxTokens", parameters.maxTokens());
    }
    if (!parameters.stop().isEmpty()) {
      parameters.stop().forEach(body.putArray("stop")::add);
    }
    switch (parameters.format()) {
      case null -> {}
      case ResponseFormat.Text() -> body.putObject("format").put("type", "text");
      case ResponseFormat.Json() -> body.putObject("format").put("type", "json");
      case ResponseFormat.JsonSchema(var name, var schema) ->
          body.putObject("format")
              .put("type", "json-schema")
              .put("name", name)
              .set("schema", Wire.parse(schema));
    }
    return body;
  }
}
