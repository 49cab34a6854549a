package org.colloquy.server.api.openai;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import org.colloquy.model.ResponseFormat;
import org.colloquy.server.http.Json;
import org.jspecify.annotations.Nullable;

/// In which form a client wants the answer.
record FormatBody(
    @Nullable String type, @JsonProperty("json_schema") @Nullable NamedSchema jsonSchema) {
  record NamedSchema(@Nullable String name, @Nullable JsonNode schema) {}

  ResponseFormat format() {
    return switch (type == null ? "" : type) {
      case "text" -> new ResponseFormat.Text();
      case "json_object" -> new ResponseFormat.Json();
      case "json_schema" -> schema();
      default ->
          throw Wrong.with(
              "response_format.type", "This must be text, json_object or json_schema.");
    };
  }

  private ResponseFormat schema() {
    var name = jsonSchema == null ? null : jsonSchema.name();
    var schema = jsonSchema == null ? null : jsonSchema.schema();
    if (name == null || schema == null || !schema.isObject()) {
      throw Wrong.with("response_format.json_schema", "It needs a name and a schema.");
    }
    return new ResponseFormat.JsonSchema(name, Json.text(schema));
  }
}
