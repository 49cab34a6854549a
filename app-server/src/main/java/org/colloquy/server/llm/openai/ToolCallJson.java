package org.colloquy.server.llm.openai;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import org.colloquy.server.llm.wire.ToolCallFragments;

/// Reads a fragment of a tool call.
final class ToolCallJson {
  private int index = ToolCallFragments.NO_INDEX;
  private String id = "";
  private String tool = "";
  private String arguments = "";

  private ToolCallJson() {}

  /// Reads one; the parser stands at the start of its object and ends at its end.
  static ToolCallFragments.Fragment read(JsonParser json) throws IOException {
    var read = new ToolCallJson();
    read.readCall(json);
    return new ToolCallFragments.Fragment(read.index, read.id, read.tool, read.arguments);
  }

  private void readCall(JsonParser json) throws IOException {
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      var field = json.currentName();
      var value = json.nextToken();
      if (value == JsonToken.START_OBJECT && field.equals("function")) {
        readFunction(json);
      } else if (value == JsonToken.VALUE_NUMBER_INT && field.equals("index")) {
        index = json.getValueAsInt();
      } else if (value == JsonToken.VALUE_STRING && field.equals("id")) {
        id = json.getText();
      } else {
        json.skipChildren();
      }
    }
  }

  private void readFunction(JsonParser json) throws IOException {
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      var field = json.currentName();
      var value = json.nextToken();
      if (value == JsonToken.VALUE_STRING && field.equals("name")) {
        tool = json.getText();
      } else if (value == JsonToken.VALUE_STRING && field.equals("arguments")) {
        arguments = json.getText();
      } else {
        json.skipChildren();
      }
    }
  }
}
