package org.colloquy.server.core.importing;

import java.time.Instant;
import java.util.List;
import org.colloquy.model.ModelUsed;
import org.colloquy.model.Role;
import org.colloquy.model.ToolCall;
import org.colloquy.model.Usage;
import org.jspecify.annotations.Nullable;

/// A conversation as another program wrote it down.
///
/// @param origin which program, such as `ChatGPT`
/// @param key by which that program knows it, so that it is taken over once
/// @param title empty if it has none
/// @param createdAt null where it is not written down
/// @param lines in any order; a line whose parent is not among them is a beginning
/// @param last the line that the shown branch ends with; null for the last one
public record Transcript(
    String origin,
    String key,
    String title,
    @Nullable Instant createdAt,
    List<Line> lines,
    @Nullable String last) {
  /// The origin of what this program handed on itself.
  public static final String HERE = "Colloquy";

  public Transcript {
    lines = List.copyOf(lines);
  }

  /// One message.
  ///
  /// @param key by which the other lines know it
  /// @param parent the line before it; null for a beginning
  /// @param at null where it is not written down
  /// @param model what wrote it; null unless the role is ASSISTANT and it is known
  /// @param answersCall the tool call this is the result of; null unless the role is TOOL
  public record Line(
      String key,
      @Nullable String parent,
      Role role,
      String content,
      String reasoning,
      @Nullable Instant at,
      @Nullable ModelUsed model,
      Usage usage,
      List<ToolCall> toolCalls,
      @Nullable String answersCall) {
    public Line {
      toolCalls = List.copyOf(toolCalls);
    }

    /// One that says something and calls nothing.
    public Line(
        String key,
        @Nullable String parent,
        Role role,
        String content,
        String reasoning,
        @Nullable Instant at,
        @Nullable ModelUsed model) {
      this(key, parent, role, content, reasoning, at, model, Usage.NONE, List.of(), null);
    }

    boolean saysSomething() {
      return !content.isBlank() || !reasoning.isBlank() || !toolCalls.isEmpty();
    }
  }
}
