package org.colloquy.server.api.openai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Texts that a client wants as vectors.
///
/// @param input a text or a list of them
/// @param encodingFormat `float`, or `base64` for the bytes of 32-bit numbers, the lowest first
/// @param dimensions how long the vectors are to be; they are always as long as the model makes
///   them
@JsonNaming(SnakeCaseStrategy.class)
record EmbeddingBody(
    @Nullable String model,
    @Nullable JsonNode input,
    @Nullable String encodingFormat,
    @Nullable Integer dimensions) {
  String requiredModel() {
    if (model == null || model.isBlank()) {
      throw Wrong.with("model", "You must say which model is to be used.");
    }
    return model.strip();
  }

  List<String> texts() {
    if (input == null || input.isNull()) {
      throw Wrong.missing("input");
    }
    if (input.isTextual()) {
      return List.of(input.textValue());
    }
    if (!input.isArray() || !input.valueStream().allMatch(JsonNode::isTextual)) {
      throw Wrong.with("input", "This must be a text or a list of texts; tokens are not taken.");
    }
    return input.valueStream().map(JsonNode::textValue).toList();
  }

  boolean inBase64() {
    return switch (encodingFormat == null ? "float" : encodingFormat) {
      case "float" -> false;
      case "base64" -> true;
      default -> throw Wrong.with("encoding_format", "This must be float or base64.");
    };
  }

  /// Makes sure that vectors of this length are what is wanted.
  void checkLength(int length) {
    if (dimensions != null && dimensions != length) {
      throw Wrong.with("dimensions", "The vectors of this model have " + length + ".");
    }
  }
}
