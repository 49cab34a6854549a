package org.colloquy.server.tool;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.server.core.Rules;

/// The parameters of a tool: says their schema, and reads arguments by it.
public final class Parameters {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  private final List<Parameter> parameters;

  private Parameters(List<Parameter> parameters) {
    this.parameters = parameters;
  }

  public static Parameters of(Parameter... parameters) {
    return new Parameters(List.of(parameters));
  }

  /// Their JSON schema.
  public String schema() {
    var schema = JSON.createObjectNode().put("type", "object");
    var properties = schema.putObject("properties");
    var required = schema.putArray("required");
    for (var parameter : parameters) {
      properties
          .putObject(parameter.name())
          .put("type", word(parameter.kind()))
          .put("description", parameter.description());
      if (parameter.required()) {
        required.add(parameter.name());
      }
    }
    schema.put("additionalProperties", false);
    return schema.toString();
  }

  /// Reads what a model wrote.
  ///
  /// @throws ProblemException Invalid when it is no JSON object, or something is missing, too much
  ///   or of the wrong kind
  public Arguments read(String arguments) {
    var given = object(arguments);
    var rules = new Rules();
    for (var parameter : parameters) {
      var value = given.get(parameter.name());
      boolean missing = value == null || value.isNull();
      rules.expect(!missing || !parameter.required(), parameter.name(), "is missing");
      rules.expect(missing || fits(parameter, value), parameter.name(), "is of the wrong kind");
    }
    given
        .fieldNames()
        .forEachRemaining(name -> rules.expect(isKnown(name), name, "is no parameter"));
    rules.check();
    return new Arguments(given);
  }

  private static ObjectNode object(String arguments) {
    try {
      if (JSON.readTree(arguments) instanceof ObjectNode object) {
        return object;
      }
      throw new ProblemException(new Problem.Invalid("", "The arguments are no JSON object."));
    } catch (JsonProcessingException e) {
      throw new ProblemException(new Problem.Invalid("", "The arguments are no JSON."), e);
    }
  }

  private boolean isKnown(String name) {
    return parameters.stream().anyMatch(parameter -> parameter.name().equals(name));
  }

  private static boolean fits(Parameter parameter, JsonNode value) {
    return switch (parameter.kind()) {
      case TEXT -> value.isTextual();
      case INTEGER ->
          value.isNumber() && value.canConvertToExactIntegral() && value.canConvertToInt();
    };
  }

  private static String word(Parameter.Kind kind) {
    return switch (kind) {
      case TEXT -> "string";
      case INTEGER -> "integer";
    };
  }

  /// Arguments that were checked.
  public static final class Arguments {
    private final ObjectNode given;

    private Arguments(ObjectNode given) {
      this.given = given;
    }

    /// A text; empty when it was left out.
    public String text(String name) {
      return given.path(name).asText("");
    }

    /// An integer, or this one when it was left out.
    public int integer(String name, int otherwise) {
      return given.hasNonNull(name) ? given.path(name).intValue() : otherwise;
    }
  }
}
