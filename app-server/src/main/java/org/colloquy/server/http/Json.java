package org.colloquy.server.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import com.fasterxml.jackson.databind.type.LogicalType;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;

/// JSON as all faces read and write it: compact, records, times as ISO-8601 in UTC with `Z`,
/// unknown fields ignored, nothing after the end.
public final class Json {
  private static final String TOO_MUCH = "Expecting less of everything, and less deep";
  private static final String NOT_A_LIST = "is not a JSON list of such objects";

  /// In lists and objects. No client sends more than ten.
  private static final int DEEPEST = 64;

  /// In characters. Bodies end before.
  private static final int LONGEST_TEXT = 8 * 1024 * 1024;

  /// In digits. No field wants more than 19.
  private static final int LONGEST_NUMBER = 40;

  /// In characters, of a field.
  private static final int LONGEST_NAME = 1_000;

  /// Everything in a body that counts, brackets as well: how many elements lists and objects can
  /// have. Each of them takes many times its length of the memory.
  private static final int MOST_TOKENS = 100_000;

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  // Jackson's own default keeps 16 kB for each thread, and every stream is one.
                  .recyclerPool(JsonRecyclerPools.newConcurrentDequePool())
                  .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(DEEPEST)
                          .maxStringLength(LONGEST_TEXT)
                          .maxNumberLength(LONGEST_NUMBER)
                          .maxNameLength(LONGEST_NAME)
                          .maxTokenCount(MOST_TOKENS)
                          .build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .withCoercionConfig(
              LogicalType.Textual,
              texts -> {
                texts.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail);
                texts.setCoercion(CoercionInputShape.Float, CoercionAction.Fail);
                texts.setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
              })
          .addModule(new SimpleModule().addSerializer(Instant.class, ToStringSerializer.instance))
          .build();

  private Json() {}

  /// Writes a value.
  public static byte[] bytes(Object value) {
    try {
      return MAPPER.writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The same as text. Half a character, which JSON allows, stays an escape.
  public static String text(Object value) {
    return new String(bytes(value), StandardCharsets.UTF_8);
  }

  /// A writer that puts one value after another into `out`, with nothing in between.
  public static JsonGenerator lines(OutputStream out) {
    try {
      return MAPPER.createGenerator(out).setRootValueSeparator(null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Reads one object into a record. Nothing at all counts as an empty object.
  ///
  /// @throws RequestFaultException when it is not JSON, or not an object
  /// @throws ProblemException Invalid when a field is of the wrong kind
  static <T> T read(byte[] json, Class<T> type) {
    try {
      return MAPPER.treeToValue(object(json), type);
    } catch (MismatchedInputException e) {
      throw new ProblemException(new Problem.Invalid(field(e), "is of the wrong kind"), e);
    } catch (JsonProcessingException e) {
      throw malformed(e);
    }
  }

  /// Reads one object. Nothing at all counts as an empty one.
  ///
  /// @throws RequestFaultException when it is not JSON, or not an object
  static ObjectNode object(byte[] json) {
    if (json.length == 0) {
      return MAPPER.createObjectNode();
    }
    JsonNode node;
    try {
      node = MAPPER.readTree(json);
    } catch (JsonProcessingException e) {
      throw malformed(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return switch (node) {
      case ObjectNode object -> object;
      case JsonNode other -> throw notAnObject(other);
    };
  }

  /// Reads a list of objects into records, for lists that do not come as a body.
  ///
  /// @param field where it came, for the one who is told what is wrong with it
  /// @throws ProblemException Invalid when it is anything else
  public static <T> List<T> list(String json, Class<T> type, String field) {
    try {
      List<T> list = MAPPER.readerForListOf(type).readValue(json);
      if (list != null && list.stream().allMatch(Objects::nonNull)) {
        return list;
      }
    } catch (JsonProcessingException e) {
      throw new ProblemException(new Problem.Invalid(field, NOT_A_LIST), e);
    }
    throw new ProblemException(new Problem.Invalid(field, NOT_A_LIST));
  }

  /// A record with some of its fields changed.
  ///
  /// @throws ProblemException Invalid when a field is of the wrong kind
  public static <T> T changed(T value, ObjectNode changes, Class<T> type) {
    ObjectNode changed = MAPPER.valueToTree(value);
    changed.setAll(changes);
    return read(bytes(changed), type);
  }

  /// A JSON text that is known to be one.
  public static JsonNode node(String json) {
    try {
      return MAPPER.readTree(json);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// An empty object.
  static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  private static RequestFaultException notAnObject(JsonNode node) {
    if (node.isMissingNode()) {
      return new RequestFaultException(new RequestFault.Malformed("Expecting value", 1, 1, 0));
    }
    return new RequestFaultException(
        new RequestFault.NotAnObject(
            node.isArray() ? "list" : node.getNodeType().name().toLowerCase(Locale.ROOT)));
  }

  private static RequestFaultException malformed(JsonProcessingException e) {
    var at = e.getLocation() == null ? JsonLocation.NA : e.getLocation();
    long offset = at.getByteOffset() >= 0 ? at.getByteOffset() : Math.max(0, at.getCharOffset());
    return new RequestFaultException(
        new RequestFault.Malformed(
            e instanceof StreamConstraintsException ? TOO_MUCH : "Expecting value",
            Math.max(1, at.getLineNr()),
            Math.max(1, at.getColumnNr()),
            offset),
        e);
  }

  private static String field(JsonMappingException e) {
    var path = new StringBuilder();
    for (var step : e.getPath()) {
      if (step.getFieldName() != null) {
        path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
      }
    }
    return path.toString();
  }
}
