package org.colloquy.server.command;

import java.util.Map;
import java.util.TreeMap;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;

/// What a command was given: its operands and options by name.
public record Given(Map<String, String> values) {
  public Given {
    values = Map.copyOf(values);
  }

  /// A value that is there: an operand, or an option that the command requires.
  ///
  /// @throws ProblemException Invalid when it is missing
  String get(String name) {
    var value = values.get(name);
    if (value == null) {
      throw new ProblemException(new Problem.Invalid(name, "This is required."));
    }
    return value;
  }

  /// An option, or what holds without it.
  public String get(String name, String usual) {
    return values.getOrDefault(name, usual);
  }

  /// The option `--days`.
  ///
  /// @param usual what holds without it
  /// @throws ProblemException Invalid when it is no number
  int days(int usual) {
    var days = get("days", String.valueOf(usual));
    if (!days.matches("[0-9]{1,5}")) {
      throw new ProblemException(new Problem.Invalid("days", "This must be a number of days."));
    }
    return Integer.parseInt(days);
  }

  /// Whether it was given.
  public boolean has(String name) {
    return values.containsKey(name);
  }

  /// The same with one value more, or another one.
  public Given with(String name, String value) {
    var more = new TreeMap<>(values);
    more.put(name, value);
    return new Given(more);
  }

  /// Passwords stay out of logs.
  @Override
  public String toString() {
    return "given " + values.keySet();
  }
}
