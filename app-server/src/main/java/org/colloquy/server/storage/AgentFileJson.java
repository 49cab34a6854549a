package org.colloquy.server.storage;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Objects;
import org.colloquy.model.AgentDocument;
import org.colloquy.model.AgentModel;
import org.colloquy.model.AgentPreset;
import org.colloquy.model.AgentVariable;
import org.colloquy.model.ModelParameters;
import org.colloquy.model.ResponseFormat;
import org.jspecify.annotations.Nullable;

/// What stands in an agent's file. What was left out is null.
@JsonInclude(JsonInclude.Include.NON_NULL)
record AgentFileJson(
    @Nullable String colloquy,
    @Nullable Integer version,
    @Nullable String name,
    @Nullable String description,
    @Nullable String instructions,
    @Nullable List<@Nullable VariableJson> variables,
    @Nullable ModelJson model,
    @Nullable ParametersJson parameters,
    @Nullable List<@Nullable String> tools,
    @Nullable List<@Nullable DocumentJson> documents) {

  static AgentFileJson of(String kind, int version, AgentPreset preset) {
    var model = preset.model();
    return new AgentFileJson(
        kind,
        version,
        preset.name(),
        preset.description(),
        preset.instructions(),
        preset.variables().stream().map(VariableJson::of).toList(),
        model == null ? null : new ModelJson(model.provider(), model.model()),
        preset.parameters().equals(ModelParameters.NONE)
            ? null
            : ParametersJson.of(preset.parameters()),
        preset.tools(),
        preset.documents().stream().map(DocumentJson::of).toList());
  }

  AgentPreset preset() {
    return new AgentPreset(
        required(name, "name"),
        orEmpty(description),
        orEmpty(instructions),
        present(variables).stream().map(VariableJson::variable).toList(),
        model == null ? null : model.model(),
        parameters == null ? ModelParameters.NONE : parameters.parameters(),
        present(tools),
        present(documents).stream().map(DocumentJson::document).toList());
  }

  record VariableJson(@Nullable String name, @Nullable String description, @Nullable String value) {
    static VariableJson of(AgentVariable variable) {
      return new VariableJson(variable.name(), variable.description(), variable.value());
    }

    AgentVariable variable() {
      return new AgentVariable(
          required(name, "variables.name"), orEmpty(description), orEmpty(value));
    }
  }

  record ModelJson(@Nullable String provider, @Nullable String name) {
    AgentModel model() {
      return new AgentModel(required(provider, "model.provider"), required(name, "model.name"));
    }
  }

  record DocumentJson(@Nullable String name, @Nullable String text) {
    static DocumentJson of(AgentDocument document) {
      return new DocumentJson(document.name(), document.text());
    }

    AgentDocument document() {
      return new AgentDocument(required(name, "documents.name"), required(text, "documents.text"));
    }
  }

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record ParametersJson(
      @Nullable Double temperature,
      @Nullable Double topP,
      @Nullable Long seed,
      @Nullable Integer maxTokens,
      @Nullable List<@Nullable String> stop,
      @Nullable FormatJson format) {
    static ParametersJson of(ModelParameters parameters) {
      var format = parameters.format();
      return new ParametersJson(
          parameters.temperature(),
          parameters.topP(),
          parameters.seed(),
          parameters.maxTokens(),
          parameters.stop(),
          format == null ? null : FormatJson.of(format));
    }

    ModelParameters parameters() {
      return new ModelParameters(
          temperature,
          topP,
          seed,
          maxTokens,
          present(stop),
          format == null ? null : format.format());
    }
  }

  /// @param type `text`, `json` or `json-schema`; the others belong to the last
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record FormatJson(@Nullable String type, @Nullable String name, @Nullable JsonNode schema) {
    static FormatJson of(ResponseFormat format) {
      return switch (format) {
        case ResponseFormat.Text() -> new FormatJson("text", null, null);
        case ResponseFormat.Json() -> new FormatJson("json", null, null);
        case ResponseFormat.JsonSchema(var name, var schema) ->
            new FormatJson("json-schema", name, JsonAgentFile.parsed(schema));
      };
    }

    ResponseFormat format() {
      return switch (required(type, "parameters.format.type")) {
        case "text" -> new ResponseFormat.Text();
        case "json" -> new ResponseFormat.Json();
        case "json-schema" -> {
          if (!(schema instanceof ObjectNode object)) {
            throw JsonAgentFile.invalid("parameters.format.schema", "This is not a JSON schema.");
          }
          yield new ResponseFormat.JsonSchema(
              required(name, "parameters.format.name"), object.toString());
        }
        default ->
            throw JsonAgentFile.invalid(
                "parameters.format.type", "It must be text, json or json-schema.");
      };
    }
  }

  private static <T> T required(@Nullable T value, String field) {
    if (value == null) {
      throw JsonAgentFile.invalid(field, "This field is required.");
    }
    return value;
  }

  private static String orEmpty(@Nullable String value) {
    return value == null ? "" : value;
  }

  private static <T> List<T> present(@Nullable List<@Nullable T> list) {
    return list == null
        ? List.of()
        : list.stream().filter(Objects::nonNull).<T>map(Objects::requireNonNull).toList();
  }
}
