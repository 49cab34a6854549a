package org.colloquy.server.transcript;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.colloquy.model.ModelUsed;
import org.colloquy.model.Role;
import org.jspecify.annotations.Nullable;

/// Values as programs write them.
final class Values {
  private static final BigDecimal MILLISECONDS_BEGIN = new BigDecimal("1e11");
  private static final BigDecimal NANOSECONDS_BEGIN = new BigDecimal("1e17");
  private static final BigDecimal THE_END = new BigDecimal("253402300799");

  private Values() {}

  /// The first of these fields that has a text; empty if none has.
  static String text(JsonNode json, String... fields) {
    for (var field : fields) {
      var value = json.path(field);
      if (value.isTextual() && !value.textValue().isBlank()) {
        return value.textValue();
      }
    }
    return "";
  }

  /// The text of a field; null if it has none.
  static @Nullable String key(JsonNode json, String field) {
    var text = text(json, field);
    return text.isEmpty() ? null : text;
  }

  /// A time in ISO-8601, or a number of seconds, milliseconds or nanoseconds since 1970; null for
  /// anything else.
  static @Nullable Instant time(JsonNode value) {
    try {
      if (value.isNumber()) {
        return ofNumber(value.decimalValue());
      }
      return value.isTextual()
          ? OffsetDateTime.parse(value.textValue(), DateTimeFormatter.ISO_DATE_TIME).toInstant()
          : null;
    } catch (DateTimeException | ArithmeticException _) {
      return null;
    }
  }

  private static @Nullable Instant ofNumber(BigDecimal number) {
    if (number.signum() <= 0 || number.precision() - number.scale() > 20) {
      return null;
    }
    var seconds = number;
    if (number.compareTo(NANOSECONDS_BEGIN) >= 0) {
      seconds = number.movePointLeft(9);
    } else if (number.compareTo(MILLISECONDS_BEGIN) >= 0) {
      seconds = number.movePointLeft(3);
    }
    return seconds.compareTo(THE_END) > 0
        ? null
        : Instant.ofEpochMilli(seconds.movePointRight(3).longValue());
  }

  /// Whose words they are; null for a word that is none of these.
  static @Nullable Role role(String word) {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "user", "human" -> Role.USER;
      case "assistant", "model", "tool", "function" -> Role.ASSISTANT;
      case "system", "developer" -> Role.SYSTEM;
      default -> null;
    };
  }

  static @Nullable ModelUsed model(String program, String model) {
    return model.isBlank() ? null : new ModelUsed(program, model);
  }

  /// A text between two others, with an empty line between them.
  static String joined(String first, String second) {
    return first.isBlank() ? second : second.isBlank() ? first : first + "\n\n" + second;
  }

  /// A text that nothing in it can end, as a block of code.
  static String fenced(String language, String text) {
    var fence = "```";
    while (text.contains(fence)) {
      fence += "`";
    }
    return fence + language + "\n" + text + "\n" + fence;
  }
}
