package org.colloquy.server.llm.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/// How JSON is read and written on the way to providers.
public final class WireJson {
  /// In lists and objects. No provider says anything deeper than ten.
  private static final int DEEPEST = 64;

  /// Buffers are shared by all threads: the usual pool keeps some for every thread, and each answer
  /// has a thread of its own.
  static final JsonFactory FACTORY =
      JsonFactory.builder()
          .recyclerPool(JsonRecyclerPools.newConcurrentDequePool())
          .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
          .build();

  private static final JsonMapper MAPPER = new JsonMapper(FACTORY);

  private WireJson() {}

  /// Writes something.
  @FunctionalInterface
  public interface Writing {
    void to(JsonGenerator json) throws IOException;
  }

  /// Takes the value of one field; what it leaves unread is skipped.
  @FunctionalInterface
  public interface FieldReader {
    void read(String field) throws IOException;
  }

  /// Takes one element of a list; what it leaves unread is skipped.
  @FunctionalInterface
  public interface ElementReader {
    void read() throws IOException;
  }

  /// One JSON object, with these fields.
  public static byte[] object(Writing fields) {
    var bytes = new ByteArrayOutputStream();
    try (var json = FACTORY.createGenerator(bytes)) {
      json.writeStartObject();
      fields.to(json);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("memory cannot fail", e);
    }
    return bytes.toByteArray();
  }

  /// A small text as a tree; missing when it is no JSON.
  public static JsonNode tree(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (JsonProcessingException _) {
      return MAPPER.missingNode();
    }
  }

  /// The value that the parser stands at, for what is rare and small.
  public static JsonNode tree(JsonParser json) throws IOException {
    return MAPPER.readTree(json);
  }

  /// An error with a code and a sentence.
  public static JsonNode error(String code, String message) {
    return MAPPER.createObjectNode().put("code", code).put("message", message);
  }

  /// Arguments as an object, whatever the model wrote: providers refuse anything else.
  public static JsonNode arguments(String text) {
    var tree = tree(text);
    return tree.isObject() ? tree : MAPPER.createObjectNode().put("unreadable", text);
  }

  /// Goes through the object that the parser stands at the start of; anything else is skipped.
  public static void eachField(JsonParser json, FieldReader reader) throws IOException {
    if (json.currentToken() != JsonToken.START_OBJECT) {
      json.skipChildren();
      return;
    }
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      var field = json.currentName();
      json.nextToken();
      reader.read(field);
      json.skipChildren();
    }
  }

  /// Goes through the list that the parser stands at the start of; anything else is skipped.
  public static void eachElement(JsonParser json, ElementReader reader) throws IOException {
    if (json.currentToken() != JsonToken.START_ARRAY) {
      json.skipChildren();
      return;
    }
    while (json.nextToken() != JsonToken.END_ARRAY) {
      reader.read();
      json.skipChildren();
    }
  }

  /// The text that the parser stands at; empty when it is none.
  public static String text(JsonParser json) throws IOException {
    return json.currentToken() == JsonToken.VALUE_STRING ? json.getText() : "";
  }

  /// The figure that the parser stands at; 0 when it is none, or below 0.
  public static int figure(JsonParser json) throws IOException {
    return json.currentToken().isNumeric() ? Math.max(0, json.getValueAsInt()) : 0;
  }
}
