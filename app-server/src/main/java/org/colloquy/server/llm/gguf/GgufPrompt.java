package org.colloquy.server.llm.gguf;

import de.kherud.llama.InferenceParameters;
import de.kherud.llama.LlamaModel;
import de.kherud.llama.Pair;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.model.ResponseFormat;
import org.colloquy.model.Role;
import org.colloquy.model.StopReason;
import org.colloquy.model.Usage;
import org.colloquy.server.core.turn.Prompt;
import org.colloquy.server.core.turn.Reply;

/// A prompt as llama.cpp wants it: one word of the program first, then person and model by turns,
/// in the form that the model was trained with.
final class GgufPrompt {
  private static final String ANY_OBJECT = "{\"type\":\"object\"}";
  private static final int LEAST_ROOM = 16;

  private final Prompt prompt;
  private final int context;

  /// @param context how many tokens the model keeps in mind
  GgufPrompt(Prompt prompt, int context) {
    this.prompt = prompt;
    this.context = context;
  }

  /// @param input tokens of the prompt
  /// @param most tokens of the answer
  record Asked(InferenceParameters parameters, int input, int most) {
    Reply reply(int tokens) {
      var reason = tokens >= most ? StopReason.LENGTH : StopReason.STOP;
      return new Reply(List.of(), new Usage(input, tokens), reason);
    }
  }

  /// @throws ProblemException Unavailable when the model cannot keep all of it in mind
  Asked toAsk(LlamaModel model) {
    var parameters = new InferenceParameters("").setMessages(instructions(), talk());
    int input = model.encode(model.applyTemplate(parameters)).length;
    int room = context - input;
    return asked(parameters, input, room);
  }

  private Asked asked(InferenceParameters parameters, int input, int room) {
    if (room < LEAST_ROOM) {
      throw new ProblemException(
          new Problem.Unavailable("This conversation is too long for the model."));
    }
    var wanted = prompt.parameters();
    int most = wanted.maxTokens() == null ? room : Math.min(wanted.maxTokens(), room);
    parameters.setUseChatTemplate(true).setNPredict(most);
    if (wanted.temperature() != null) {
      parameters.setTemperature(wanted.temperature().floatValue());
    }
    if (wanted.topP() != null) {
      parameters.setTopP(wanted.topP().floatValue());
    }
    if (wanted.seed() != null) {
      parameters.setSeed(wanted.seed().intValue());
    }
    if (!wanted.stop().isEmpty()) {
      parameters.setStopStrings(wanted.stop().toArray(String[]::new));
    }
    switch (wanted.format()) {
      case null -> {}
      case ResponseFormat.Text() -> {}
      case ResponseFormat.Json() ->
          parameters.setGrammar(LlamaModel.jsonSchemaToGrammar(ANY_OBJECT));
      case ResponseFormat.JsonSchema(_, var schema) ->
          parameters.setGrammar(LlamaModel.jsonSchemaToGrammar(schema));
    }
    return new Asked(parameters, input, most);
  }

  private String instructions() {
    return prompt.lines().stream()
        .filter(line -> line.role() == Role.SYSTEM)
        .map(Prompt.Line::content)
        .collect(Collectors.joining("\n\n"));
  }

  /// What tools brought is told by the person: these models know no tools.
  private List<Pair<String, String>> talk() {
    var talk = new ArrayList<Pair<String, String>>();
    for (var line : prompt.lines()) {
      switch (line.role()) {
        case SYSTEM -> {}
        case USER, TOOL -> talk.add(new Pair<>("user", line.content()));
        case ASSISTANT -> talk.add(new Pair<>("assistant", line.content()));
      }
    }
    return talk;
  }
}
