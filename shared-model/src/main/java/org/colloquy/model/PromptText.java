package org.colloquy.model;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a saved prompt says.
///
/// @param title what it is found by
/// @param content with gaps, each written as `{{name}}`
/// @param variables what the gaps are; a gap that is none of them is plain text
public record PromptText(
    String title, String content, List<PromptVariable> variables, List<String> tags) {
  private static final Pattern GAP = Pattern.compile("\\{\\{\\s*([A-Za-z][A-Za-z0-9_]*)\\s*\\}\\}");

  public PromptText {
    variables = List.copyOf(variables);
    tags = List.copyOf(tags);
  }

  /// The content with these values in the gaps.
  ///
  /// @param values by the variables' names; what is not among them is what the variable says
  public String filled(Map<String, String> values) {
    return GAP.matcher(content)
        .replaceAll(gap -> Matcher.quoteReplacement(value(gap.group(), gap.group(1), values)));
  }

  private String value(String gap, String name, Map<String, String> values) {
    return variables.stream()
        .filter(variable -> variable.name().equals(name))
        .findFirst()
        .map(variable -> values.getOrDefault(name, variable.value()))
        .orElse(gap);
  }
}
