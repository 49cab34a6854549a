package org.colloquy.server.api.app;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.colloquy.model.ModelParameters;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.model.ResponseFormat;
import org.colloquy.server.http.Json;
import org.jspecify.annotations.Nullable;

/// How a model is to answer; what is null or left out is not said.
record ParametersJson(
    @Nullable Double temperature,
    @Nullable Double topP,
    @Nullable Long seed,
    @Nullable Integer maxTokens,
    @Nullable List<@Nullable String> stop,
    @Nullable FormatJson format) {
  static ParametersJson of(ModelParameters parameters) {
    return new ParametersJson(
        parameters.temperature(),
        parameters.topP(),
        parameters.seed(),
        parameters.maxTokens(),
        List.copyOf(parameters.stop()),
        FormatJson.of(parameters.format()));
  }

  ModelParameters parameters() {
    return new ModelParameters(
        temperature,
        topP,
        seed,
        maxTokens,
        stop == null
            ? List.of()
            : stop.stream().map(one -> AppBodies.required(one, "stop")).toList(),
        format == null ? null : format.format());
  }

  /// @param type `text`, `json` or `json-schema`
  /// @param name of the schema
  record FormatJson(String type, @Nullable String name, @Nullable JsonNode schema) {
    static @Nullable FormatJson of(@Nullable ResponseFormat format) {
      return switch (format) {
        case null -> null;
        case ResponseFormat.Text _ -> new FormatJson("text", null, null);
        case ResponseFormat.Json _ -> new FormatJson("json", null, null);
        case ResponseFormat.JsonSchema(var name, var schema) ->
            new FormatJson("json-schema", name, Json.node(schema));
      };
    }

    ResponseFormat format() {
      return switch (AppBodies.required(type, "format")) {
        case "text" -> new ResponseFormat.Text();
        case "json" -> new ResponseFormat.Json();
        case "json-schema" -> {
          var described = AppBodies.required(schema, "format");
          if (!described.isObject()) {
            throw wrong("A schema is a JSON object.");
          }
          yield new ResponseFormat.JsonSchema(
              AppBodies.required(name, "format"), Json.text(described));
        }
        default -> throw wrong("This must be text, json or json-schema.");
      };
    }

    private static ProblemException wrong(String why) {
      return new ProblemException(new Problem.Invalid("format", why));
    }
  }
}
