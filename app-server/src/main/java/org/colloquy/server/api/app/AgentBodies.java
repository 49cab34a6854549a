package org.colloquy.server.api.app;

import static org.colloquy.server.api.app.AppBodies.required;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.colloquy.model.AgentDocument;
import org.colloquy.model.AgentModel;
import org.colloquy.model.AgentPreset;
import org.colloquy.model.AgentVariable;
import org.jspecify.annotations.Nullable;

/// What the desktop's own API takes about agents. What a client left out is null.
final class AgentBodies {
  private static final AgentPreset EMPTY = new AgentPreset("", "", "", List.of());

  private AgentBodies() {}

  /// @param model JSON's own null to leave the model to whoever asks
  record AgentBody(
      @Nullable String name,
      @Nullable String description,
      @Nullable String instructions,
      @Nullable List<@Nullable VariableBody> variables,
      @Nullable JsonNode model,
      @Nullable ParametersJson parameters,
      @Nullable List<@Nullable String> tools) {
    AgentPreset preset() {
      required(name, "name");
      return over(EMPTY);
    }

    /// A preset that is like an earlier one where this says nothing.
    AgentPreset over(AgentPreset before) {
      return new AgentPreset(
          name == null ? before.name() : name.strip(),
          description == null ? before.description() : description,
          instructions == null ? before.instructions() : instructions,
          variables == null
              ? before.variables()
              : variables.stream().map(one -> required(one, "variables").variable()).toList(),
          model == null ? before.model() : chosen(model),
          parameters == null ? before.parameters() : parameters.parameters(),
          tools == null
              ? before.tools()
              : tools.stream().map(one -> required(one, "tools")).toList(),
          before.documents());
    }

    private static @Nullable AgentModel chosen(JsonNode model) {
      if (model.isNull()) {
        return null;
      }
      return new AgentModel(text(model, "provider"), text(model, "model"));
    }

    private static String text(JsonNode model, String field) {
      var value = model.path(field).textValue();
      return required(value, "model." + field);
    }
  }

  record VariableBody(@Nullable String name, @Nullable String description, @Nullable String value) {
    AgentVariable variable() {
      return new AgentVariable(
          required(name, "variables.name"),
          description == null ? "" : description,
          value == null ? "" : value);
    }
  }

  record DocumentBody(@Nullable String name, @Nullable String text) {
    AgentDocument document() {
      return new AgentDocument(required(name, "name").strip(), required(text, "text"));
    }
  }

  record VariablesBody(@Nullable Map<String, @Nullable String> variables) {
    Map<String, String> values() {
      var values = new HashMap<String, String>();
      required(variables, "variables")
          .forEach((name, value) -> values.put(name, required(value, "variables." + name)));
      return values;
    }
  }
}
