package org.colloquy.server.core.agent;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.colloquy.model.AgentDocument;
import org.colloquy.model.AgentPreset;
import org.colloquy.model.AgentVariable;
import org.colloquy.server.core.ParameterLimits;
import org.colloquy.server.core.Rules;

/// What an agent that a person makes may be.
final class AgentRules {
  static final int LONGEST_NAME = 100;
  static final int LONGEST_INSTRUCTIONS = 50_000;
  static final int LONGEST_VALUE = 10_000;
  static final int MOST = 100;

  private static final int LONGEST_DESCRIPTION = 1_000;
  private static final Pattern VARIABLE = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");

  private AgentRules() {}

  /// @throws org.colloquy.model.ProblemException Invalid with all of its faults
  static void check(AgentPreset preset) {
    var rules =
        new Rules()
            .filled(preset.name(), "name", LONGEST_NAME)
            .atMost(preset.description(), "description", LONGEST_DESCRIPTION)
            .atMost(preset.instructions(), "instructions", LONGEST_INSTRUCTIONS);
    checkVariables(rules, preset.variables());
    checkTools(rules, preset.tools());
    checkDocuments(rules, preset.documents());
    var model = preset.model();
    if (model != null) {
      rules
          .filled(model.provider(), "model.provider", LONGEST_NAME)
          .filled(model.model(), "model.model", LONGEST_NAME * 2);
    }
    rules.expect(isWhole(preset), "", "A text has half a character in it.").check();
    ParameterLimits.check(preset.parameters());
  }

  private static void checkVariables(Rules rules, List<AgentVariable> variables) {
    rules.expect(variables.size() <= MOST, "variables", "These are too many.");
    rules.expect(differ(variables, AgentVariable::name), "variables", "Two have the same name.");
    for (var variable : variables) {
      var name = variable.name();
      rules
          .filled(name, "variables.name", LONGEST_NAME)
          .expect(
              VARIABLE.matcher(name).matches(),
              "variables.name",
              "It must be a letter, then letters, digits and underscores.")
          .expect(
              !Instructions.COMMON.contains(name),
              "variables.name",
              "Every agent has a variable of this name.")
          .atMost(variable.description(), "variables.description", LONGEST_DESCRIPTION)
          .atMost(variable.value(), "variables.value", LONGEST_VALUE);
    }
  }

  private static void checkTools(Rules rules, List<String> tools) {
    rules.expect(tools.size() <= MOST, "tools", "These are too many.");
    rules.expect(differ(tools, Function.identity()), "tools", "Two have the same name.");
    tools.forEach(tool -> rules.filled(tool, "tools", LONGEST_NAME * 2));
  }

  private static void checkDocuments(Rules rules, List<AgentDocument> documents) {
    rules.expect(documents.size() <= MOST, "documents", "These are too many.");
    rules.expect(
        documents.stream().mapToLong(document -> document.text().length()).sum()
            <= Agents.LARGEST_DOCUMENTS,
        "documents",
        "Together they may have at most " + Agents.LARGEST_DOCUMENTS + " characters.");
    rules.expect(differ(documents, AgentDocument::name), "documents", "Two have the same name.");
    for (var document : documents) {
      rules
          .filled(document.name(), "documents.name", LONGEST_NAME * 2)
          .expect(document.name().indexOf('/') < 0, "documents.name", "A name has no slash.")
          .filled(document.text(), "documents.text", Integer.MAX_VALUE);
    }
  }

  /// Whether all of its texts can be written: a file of it could not be made otherwise.
  private static boolean isWhole(AgentPreset preset) {
    return StandardCharsets.UTF_8.newEncoder().canEncode(preset.toString());
  }

  private static <T> boolean differ(List<T> all, Function<T, String> name) {
    var names = new HashSet<String>();
    return all.stream().allMatch(one -> names.add(name.apply(one)));
  }
}
