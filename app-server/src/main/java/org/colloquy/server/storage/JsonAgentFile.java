package org.colloquy.server.storage;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.colloquy.model.AgentPreset;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.server.core.agent.AgentFile;

/// An agent as one JSON object. Its form is a promise: `docs/agents.md`.
public final class JsonAgentFile implements AgentFile {
  /// Rises when an older reader would not understand a file any more.
  static final int VERSION = 1;

  private static final String KIND = "agent";

  /// Fields that are not there are null, and fields of a later minor form are left out.
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .build();

  @Override
  public AgentPreset read(String file) {
    return preset(parsed(file));
  }

  @Override
  public List<AgentPreset> readAll(String files) {
    if (!(parsed(files) instanceof ArrayNode list)) {
      throw invalid("file", "This is not a list of agents.");
    }
    return StreamSupport.stream(list.spliterator(), false).map(JsonAgentFile::preset).toList();
  }

  @Override
  public String write(AgentPreset preset) {
    try {
      return MAPPER.writeValueAsString(AgentFileJson.of(KIND, VERSION, preset));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("memory cannot fail", e);
    }
  }

  /// Parses JSON that is part of a file.
  static JsonNode parsed(String json) {
    try {
      return MAPPER.readTree(json);
    } catch (JsonProcessingException e) {
      var at = e.getLocation();
      var where = at == null ? "" : ": look at line " + at.getLineNr();
      throw new ProblemException(new Problem.Invalid("file", "This is not JSON" + where + "."), e);
    }
  }

  private static AgentPreset preset(JsonNode json) {
    if (!(json instanceof ObjectNode object)
        || !KIND.equals(object.path("colloquy").textValue())
        || !object.path("version").isInt()) {
      throw invalid(
          "file",
          "This is not an agent's file: it says no \"colloquy\": \"agent\" and no version.");
    }
    int version = object.path("version").intValue();
    if (version != VERSION) {
      throw invalid(
          "version", "Files of version " + version + " cannot be read here, only of version 1.");
    }
    try {
      return MAPPER.treeToValue(object, AgentFileJson.class).preset();
    } catch (JsonMappingException e) {
      throw new ProblemException(new Problem.Invalid(field(e), "is of the wrong kind"), e);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("memory cannot fail", e);
    }
  }

  private static String field(JsonMappingException e) {
    return e.getPath().stream()
        .filter(step -> step.getFieldName() != null)
        .map(JsonMappingException.Reference::getFieldName)
        .collect(Collectors.joining("."));
  }

  static ProblemException invalid(String field, String why) {
    return new ProblemException(new Problem.Invalid(field, why));
  }
}
