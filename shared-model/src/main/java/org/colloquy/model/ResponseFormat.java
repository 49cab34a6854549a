package org.colloquy.model;

/// In which form a model is to answer.
public sealed interface ResponseFormat {
  /// As it likes.
  record Text() implements ResponseFormat {}

  /// Any one JSON object.
  record Json() implements ResponseFormat {}

  /// JSON that fits a schema.
  ///
  /// @param name what the schema is called: letters, digits, `_` and `-`, at most 64
  /// @param schema the JSON schema, as text
  record JsonSchema(String name, String schema) implements ResponseFormat {}
}
