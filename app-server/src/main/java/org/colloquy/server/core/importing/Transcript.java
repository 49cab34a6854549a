package org.colloquy.server.core.importing;

import java.time.Instant;
import java.util.List;
import org.colloquy.model.Citation;
import org.colloquy.model.ModelUsed;
import org.colloquy.model.Role;
import org.colloquy.model.SourcePassage;
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
  /// @param ending how it ended
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
      @Nullable String answersCall,
      Ending ending) {
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
      this(
          key,
          parent,
          role,
          content,
          reasoning,
          at,
          model,
          Usage.NONE,
          List.of(),
          null,
          Ending.WELL);
    }

    boolean saysSomething() {
      return !content.isBlank()
          || !reasoning.isBlank()
          || !toolCalls.isEmpty()
          || answersCall != null
          || !ending.equals(Ending.WELL);
    }
  }

  /// How a message ended, and what is known of what it says.
  ///
  /// @param whole whether everything is there
  /// @param failure why it is not; null when that is not written down
  /// @param passages what it was given with
  /// @param citations what it cites
  public record Ending(
      boolean whole,
      @Nullable String failure,
      List<SourcePassage> passages,
      List<Citation> citations) {
    /// Everything is there, and it cites nothing.
    public static final Ending WELL = new Ending(true, null, List.of(), List.of());

    public Ending {
      passages = List.copyOf(passages);
      citations = List.copyOf(citations);
    }
  }
}
