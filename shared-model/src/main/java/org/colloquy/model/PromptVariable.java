package org.colloquy.model;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;

/// A gap in a saved prompt, written there as `{{name}}`.
///
/// @param name a letter, then letters, digits and `_`
/// @param kind what may stand there
/// @param description what it is for, told to people; may be empty
/// @param value what stands there when nobody says otherwise; may be empty
/// @param required whether it may not be left empty
/// @param choices what can be chosen; empty unless the kind is CHOICE
public record PromptVariable(
    String name,
    Kind kind,
    String description,
    String value,
    boolean required,
    List<String> choices) {
  private static final String OF_NUMBERS = "0123456789+-.eE";

  public PromptVariable {
    choices = List.copyOf(choices);
  }

  /// What may stand in a gap.
  public enum Kind {
    TEXT,
    LONG_TEXT,
    NUMBER,
    CHOICE,
    /// As `2026-11-22`.
    DATE
  }

  /// Whether this may stand in the gap.
  public boolean takes(String given) {
    var text = given.strip();
    if (text.isEmpty()) {
      return !required;
    }
    return switch (kind) {
      case TEXT, LONG_TEXT -> true;
      case NUMBER -> isNumber(text);
      case CHOICE -> choices.contains(text);
      case DATE -> isDate(text);
    };
  }

  private static boolean isNumber(String text) {
    try {
      return text.chars().allMatch(letter -> OF_NUMBERS.indexOf(letter) >= 0)
          && Double.isFinite(Double.parseDouble(text));
    } catch (NumberFormatException _) {
      return false;
    }
  }

  private static boolean isDate(String text) {
    try {
      return LocalDate.parse(text).getYear() >= 0;
    } catch (DateTimeParseException _) {
      return false;
    }
  }
}
