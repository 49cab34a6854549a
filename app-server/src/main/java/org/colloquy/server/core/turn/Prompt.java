package org.colloquy.server.core.turn;

import java.util.List;
import org.colloquy.model.Agent;
import org.colloquy.model.ConversationId;
import org.colloquy.model.Memory;
import org.colloquy.model.MessageId;
import org.colloquy.model.ModelParameters;
import org.colloquy.model.Role;
import org.colloquy.model.SourcePassage;
import org.colloquy.model.ToolCall;
import org.jspecify.annotations.Nullable;

/// What a model is asked.
///
/// @param model its name at the provider
/// @param lines the talk so far, oldest first; the last one is what is to be answered
/// @param toolChoice whether it calls the tools that are offered
/// @param grounds what the turn is about, for a model in this program that looks things up itself;
///   null for what is in no conversation. It is never sent anywhere.
public record Prompt(
    String model,
    List<Line> lines,
    List<ToolOffer> tools,
    ToolChoice toolChoice,
    ModelParameters parameters,
    @Nullable Grounds grounds) {
  public Prompt {
    lines = List.copyOf(lines);
    tools = List.copyOf(tools);
  }

  /// One that is in no conversation.
  public Prompt(
      String model,
      List<Line> lines,
      List<ToolOffer> tools,
      ToolChoice toolChoice,
      ModelParameters parameters) {
    this(model, lines, tools, toolChoice, parameters, null);
  }

  /// One whose tools are called as the model likes, and whose parameters are the provider's.
  public Prompt(String model, List<Line> lines, List<ToolOffer> tools) {
    this(model, lines, tools, new ToolChoice.Free(), ModelParameters.NONE);
  }

  /// The same, offering these tools.
  Prompt offering(List<ToolOffer> offers) {
    return new Prompt(model, lines, offers, toolChoice, parameters, grounds);
  }

  /// The same with these lines.
  Prompt saying(List<Line> others) {
    return new Prompt(model, others, tools, toolChoice, parameters, grounds);
  }

  /// The same, answered in this way.
  Prompt with(ModelParameters others) {
    return new Prompt(model, lines, tools, toolChoice, others, grounds);
  }

  /// The same on these grounds.
  Prompt on(Grounds others) {
    return new Prompt(model, lines, tools, toolChoice, parameters, others);
  }

  /// The same for a model that cannot see: a sentence stands in the place of each picture.
  public Prompt withoutPictures() {
    return saying(lines.stream().map(Line::withoutPictures).toList());
  }

  /// Whether it shows any picture.
  public boolean hasPictures() {
    return lines.stream().anyMatch(line -> !line.pictures().isEmpty());
  }

  /// What the person said last; empty when nothing was said yet.
  public String question() {
    return lines.reversed().stream()
        .filter(line -> line.role() == Role.USER)
        .map(Line::content)
        .findFirst()
        .orElse("");
  }

  /// What a turn is about.
  ///
  /// @param memories that were recalled for the question
  /// @param passages of documents that were found for it
  /// @param answer the message that grows
  /// @param looksIntoFiles whether the conversation's files may be looked into
  public record Grounds(
      ConversationId conversation,
      MessageId answer,
      Agent agent,
      List<Memory> memories,
      List<SourcePassage> passages,
      boolean looksIntoFiles) {
    public Grounds {
      memories = List.copyOf(memories);
      passages = List.copyOf(passages);
    }
  }

  /// One message as a model sees it.
  ///
  /// @param toolCalls what an ASSISTANT line wanted called
  /// @param answersCall the call a TOOL line is the result of; null otherwise
  /// @param pictures what a USER line shows besides its words
  public record Line(
      Role role,
      String content,
      List<ToolCall> toolCalls,
      @Nullable String answersCall,
      List<Picture> pictures) {
    public Line {
      toolCalls = List.copyOf(toolCalls);
      pictures = List.copyOf(pictures);
    }

    public Line(Role role, String content, List<ToolCall> toolCalls, @Nullable String answersCall) {
      this(role, content, toolCalls, answersCall, List.of());
    }

    public Line(Role role, String content) {
      this(role, content, List.of(), null);
    }

    private Line withoutPictures() {
      var words = new StringBuilder(content);
      for (var picture : pictures) {
        words.append(words.isEmpty() ? "" : "\n\n").append("[A picture was attached here (");
        words.append(picture.mediaType()).append("), but you cannot see pictures. Say so.]");
      }
      return new Line(role, words.toString(), toolCalls, answersCall);
    }
  }

  /// A picture that a person shows a model.
  ///
  /// @param mediaType such as `image/png`
  /// @param base64 its bytes
  public record Picture(String mediaType, String base64) {}

  /// A tool that the model may call.
  ///
  /// @param schema the JSON schema of its arguments, as text
  public record ToolOffer(String name, String description, String schema) {}

  /// Whether a model calls the tools it is offered.
  public sealed interface ToolChoice {
    /// As it likes.
    record Free() implements ToolChoice {}

    /// None of them.
    record Never() implements ToolChoice {}

    /// At least one of them.
    record Must() implements ToolChoice {}

    /// The one of this name.
    record This(String tool) implements ToolChoice {}
  }
}
