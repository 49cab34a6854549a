package org.colloquy.server.core.turn;

import java.util.List;
import org.colloquy.model.Role;
import org.colloquy.model.ToolCall;
import org.jspecify.annotations.Nullable;

/// What a model is asked.
///
/// @param model its name at the provider
/// @param lines the talk so far, oldest first; the last one is what is to be answered
public record Prompt(String model, List<Line> lines, List<ToolOffer> tools) {
  public Prompt {
    lines = List.copyOf(lines);
    tools = List.copyOf(tools);
  }

  /// The same, offering these tools.
  Prompt offering(List<ToolOffer> offers) {
    return offers.isEmpty() ? this : new Prompt(model, lines, offers);
  }

  /// What the person said last; empty when nothing was said yet.
  public String question() {
    return lines.reversed().stream()
        .filter(line -> line.role() == Role.USER)
        .map(Line::content)
        .findFirst()
        .orElse("");
  }

  /// One message as a model sees it.
  ///
  /// @param toolCalls what an ASSISTANT line wanted called
  /// @param answersCall the call a TOOL line is the result of; null otherwise
  public record Line(
      Role role, String content, List<ToolCall> toolCalls, @Nullable String answersCall) {
    public Line {
      toolCalls = List.copyOf(toolCalls);
    }

    public Line(Role role, String content) {
      this(role, content, List.of(), null);
    }
  }

  /// A tool that the model may call.
  ///
  /// @param schema the JSON schema of its arguments, as text
  public record ToolOffer(String name, String description, String schema) {}
}
