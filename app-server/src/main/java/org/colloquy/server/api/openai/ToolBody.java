package org.colloquy.server.api.openai;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.colloquy.server.core.turn.Prompt;
import org.colloquy.server.core.turn.Prompt.ToolChoice;
import org.colloquy.server.http.Json;
import org.jspecify.annotations.Nullable;

/// A tool that the client has, and does itself when the model calls it.
record ToolBody(@Nullable String type, @Nullable Function function) {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.-]{1,64}");
  private static final String NO_PARAMETERS = "{\"type\":\"object\",\"properties\":{}}";

  /// @param parameters the JSON schema of its arguments
  record Function(
      @Nullable String name, @Nullable String description, @Nullable JsonNode parameters) {}

  static List<Prompt.ToolOffer> offers(@Nullable List<@Nullable ToolBody> tools) {
    var offers = new ArrayList<Prompt.ToolOffer>();
    for (var tool : tools == null ? List.<@Nullable ToolBody>of() : tools) {
      var at = "tools[" + offers.size() + "]";
      if (tool == null || !"function".equals(tool.type()) || tool.function() == null) {
        throw Wrong.with(at, "Only tools of the type function are known.");
      }
      offers.add(offer(tool.function(), at + ".function"));
    }
    return offers;
  }

  private static Prompt.ToolOffer offer(Function function, String at) {
    var name = function.name();
    if (name == null || !NAME.matcher(name).matches()) {
      throw Wrong.with(at + ".name", "A name has letters, digits, _, . and -, at most 64.");
    }
    var parameters = function.parameters();
    if (parameters != null && !parameters.isNull() && !parameters.isObject()) {
      throw Wrong.with(at + ".parameters", "This must be a JSON schema.");
    }
    var description = function.description();
    return new Prompt.ToolOffer(
        name,
        description == null ? "" : description,
        parameters == null || parameters.isNull() ? NO_PARAMETERS : Json.text(parameters));
  }

  /// @param choice a word, or the one tool that is to be called
  static ToolChoice choice(@Nullable JsonNode choice, List<Prompt.ToolOffer> offers) {
    if (choice == null || choice.isNull()) {
      return new ToolChoice.Free();
    }
    var chosen = choice.isTextual() ? byWord(choice.textValue()) : byName(choice);
    if (chosen instanceof ToolChoice.This(var tool)
        && offers.stream().noneMatch(offer -> offer.name().equals(tool))) {
      throw Wrong.with("tool_choice", "This tool is not among the tools.");
    }
    if (chosen instanceof ToolChoice.Must && offers.isEmpty()) {
      throw Wrong.with("tool_choice", "There are no tools to choose from.");
    }
    return chosen;
  }

  private static ToolChoice byWord(String word) {
    return switch (word) {
      case "auto" -> new ToolChoice.Free();
      case "none" -> new ToolChoice.Never();
      case "required" -> new ToolChoice.Must();
      default -> throw Wrong.with("tool_choice", "This must be auto, none, required or a tool.");
    };
  }

  private static ToolChoice byName(JsonNode choice) {
    var name = choice.path("function").path("name");
    if (!choice.path("type").asText().equals("function") || !name.isTextual()) {
      throw Wrong.with("tool_choice", "This must be auto, none, required or a tool.");
    }
    return new ToolChoice.This(name.textValue());
  }
}
