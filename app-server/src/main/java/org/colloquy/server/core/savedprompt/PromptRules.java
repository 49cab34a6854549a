package org.colloquy.server.core.savedprompt;

import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import org.colloquy.model.PromptText;
import org.colloquy.model.PromptVariable;
import org.colloquy.model.PromptVariable.Kind;
import org.colloquy.server.core.Rules;

/// What a saved prompt must be like.
final class PromptRules {
  private static final int LONGEST_TITLE = 200;
  private static final int LONGEST_CONTENT = 100_000;
  private static final int LONGEST_VALUE = 10_000;
  private static final int LONGEST_WORDS = 500;
  private static final int LONGEST_TAG = 50;
  private static final int MOST_VARIABLES = 30;
  private static final int MOST_CHOICES = 100;
  private static final int MOST_TAGS = 20;
  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,63}");

  private PromptRules() {}

  /// @throws org.colloquy.model.ProblemException Invalid when it is not
  static void check(PromptText text) {
    var rules =
        new Rules()
            .filled(text.title(), "title", LONGEST_TITLE)
            .filled(text.content(), "content", LONGEST_CONTENT)
            .expect(
                text.variables().size() <= MOST_VARIABLES,
                "variables",
                "There may be no more than " + MOST_VARIABLES + ".")
            .expect(
                text.tags().size() <= MOST_TAGS,
                "tags",
                "There may be no more than " + MOST_TAGS + ".");
    text.tags().forEach(tag -> rules.filled(tag, "tags", LONGEST_TAG));
    var names = new HashSet<String>();
    for (var variable : text.variables()) {
      rules.expect(
          NAME.matcher(variable.name()).matches() && names.add(variable.name()),
          "variables",
          "A name is a letter, then letters, digits and _, and no two are the same.");
      check(rules, variable);
    }
    rules.check();
  }

  private static void check(Rules rules, PromptVariable variable) {
    rules
        .atMost(variable.description(), "variables", LONGEST_WORDS)
        .atMost(variable.value(), "variables", LONGEST_VALUE)
        .expect(
            variable.value().isBlank() || variable.takes(variable.value()),
            "variables",
            "What usually stands in " + variable.name() + " must be something that it takes.");
    check(rules, variable.kind(), variable.choices());
  }

  private static void check(Rules rules, Kind kind, List<String> choices) {
    boolean chosen = kind == Kind.CHOICE;
    rules.expect(
        chosen ? !choices.isEmpty() && choices.size() <= MOST_CHOICES : choices.isEmpty(),
        "variables",
        "A choice has 1 to " + MOST_CHOICES + " things to choose from, and nothing else has any.");
    choices.forEach(choice -> rules.filled(choice, "variables", LONGEST_WORDS));
  }
}
