package org.colloquy.server.llm.gemini;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.colloquy.model.ToolCall;
import org.colloquy.server.core.turn.Prompt;
import org.colloquy.server.llm.wire.Keepsakes;
import org.colloquy.server.llm.wire.Sides;
import org.colloquy.server.llm.wire.WholeCharacters;
import org.colloquy.server.llm.wire.WireJson;

/// Writes the lines of a talk as contents: the person's and the model's by turns, with the results
/// of tools among the person's. Results name their tool, not their call, and stand in one content
/// in the order of the calls.
final class ContentLines {
  /// What Google takes for the signature of a call that was signed by nobody, such as another
  /// provider's, or one of an earlier run.
  private static final String UNSIGNED = "skip_thought_signature_validator";

  private final JsonGenerator json;
  private final Keepsakes signatures;
  private final Map<String, String> tools = new HashMap<>();
  private final Sides sides;

  ContentLines(JsonGenerator json, Keepsakes signatures) {
    this.json = json;
    this.sides = new Sides(json, "parts");
    this.signatures = signatures;
  }

  void write(List<Prompt.Line> lines) throws IOException {
    json.writeStartArray();
    for (var line : lines) {
      switch (line.role()) {
        case SYSTEM -> {}
        case USER -> writeSaid(line);
        case ASSISTANT -> writeAnswered(line);
        case TOOL -> writeReturned(line);
      }
    }
    sides.close();
    json.writeEndArray();
  }

  private void writeSaid(Prompt.Line line) throws IOException {
    if (line.content().isEmpty() && line.pictures().isEmpty()) {
      return;
    }
    sides.open("user");
    writeText(line.content());
    for (var picture : line.pictures()) {
      json.writeStartObject();
      json.writeObjectFieldStart("inlineData");
      json.writeStringField("mimeType", picture.mediaType());
      json.writeStringField("data", picture.base64());
      json.writeEndObject();
      json.writeEndObject();
    }
  }

  private void writeAnswered(Prompt.Line line) throws IOException {
    if (line.content().isEmpty() && line.toolCalls().isEmpty()) {
      return;
    }
    sides.open("model");
    writeText(line.content());
    for (int i = 0; i < line.toolCalls().size(); i++) {
      writeCall(line.toolCalls().get(i), i == 0);
    }
  }

  /// The first call of a round must be signed, the others are if they came so.
  private void writeCall(ToolCall call, boolean first) throws IOException {
    tools.put(call.id(), call.tool());
    json.writeStartObject();
    json.writeObjectFieldStart("functionCall");
    json.writeStringField("name", call.tool());
    json.writeFieldName("args");
    json.writeRawValue(WholeCharacters.only(WireJson.arguments(call.arguments()).toString()));
    json.writeEndObject();
    var signed = signatures.of(call.id());
    if (!signed.isEmpty()) {
      json.writeStringField("thoughtSignature", signed.getFirst());
    } else if (first) {
      json.writeStringField("thoughtSignature", UNSIGNED);
    }
    json.writeEndObject();
  }

  private void writeReturned(Prompt.Line line) throws IOException {
    sides.open("user");
    json.writeStartObject();
    json.writeObjectFieldStart("functionResponse");
    json.writeStringField("name", tools.getOrDefault(String.valueOf(line.answersCall()), "tool"));
    json.writeObjectFieldStart("response");
    json.writeStringField("result", WholeCharacters.only(line.content()));
    json.writeEndObject();
    json.writeEndObject();
    json.writeEndObject();
  }

  private void writeText(String text) throws IOException {
    if (!text.isEmpty()) {
      json.writeStartObject();
      json.writeStringField("text", WholeCharacters.only(text));
      json.writeEndObject();
    }
  }
}
