package org.colloquy.server.tool.memory;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Collectors;
import org.colloquy.model.Memory;
import org.colloquy.server.core.memory.Memories;
import org.colloquy.server.core.turn.Occasion;
import org.colloquy.server.core.turn.Tool;
import org.colloquy.server.tool.Parameter;
import org.colloquy.server.tool.Parameters;

/// Recalls what was remembered, as a JSON array of texts in the form of Python's `json.dumps` with
/// an indent of two.
public final class RecallMemory implements Tool {
  private static final String QUERY = "query";
  private static final String MOST = "n_docs";
  private static final Parameters PARAMETERS =
      Parameters.of(
          Parameter.required(QUERY, Parameter.Kind.TEXT, "What to look for in the memories."),
          Parameter.optional(
              MOST, Parameter.Kind.INTEGER, "How many memories to recall; 1 if left out."));

  /// Beyond ASCII, Python writes escapes with small letters.
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
          .disable(JsonWriteFeature.WRITE_HEX_UPPER_CASE)
          .build();

  private final Memories memories;

  public RecallMemory(Memories memories) {
    this.memories = memories;
  }

  @Override
  public String name() {
    return "recall_memory";
  }

  @Override
  public String description() {
    return "Recalls memories that fit a query: facts about the user, and whatever else was"
        + " remembered in earlier conversations.";
  }

  @Override
  public String schema() {
    return PARAMETERS.schema();
  }

  @Override
  public boolean hasEffects() {
    return false;
  }

  @Override
  public boolean bringsStrangersWords() {
    return false;
  }

  @Override
  public String run(Occasion occasion, String arguments) {
    var given = PARAMETERS.read(arguments);
    return array(
        memories.recall(
            occasion.caller(), occasion.agent().id(), given.text(QUERY), given.integer(MOST, 1)));
  }

  private static String array(List<Memory> recalled) {
    return recalled.isEmpty()
        ? "[]"
        : recalled.stream()
            .map(memory -> quoted(memory.text()))
            .collect(Collectors.joining(",\n  ", "[\n  ", "\n]"));
  }

  private static String quoted(String text) {
    try {
      return JSON.writeValueAsString(text);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("memory cannot fail", e);
    }
  }
}
