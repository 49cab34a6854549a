package org.colloquy.server.api.userchat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.colloquy.model.Problem;
import org.colloquy.model.Problem.Fault;
import org.colloquy.model.ProblemException;
import org.colloquy.server.http.Exchange;
import org.jspecify.annotations.Nullable;

/// The fields of a request, read as Django REST framework reads them: numbers do for texts and
/// texts of digits for numbers, and all faults are told at once by [#check].
final class Fields {
  private static final String REQUIRED = "This field is required.";
  private static final String NOT_NULL = "This field may not be null.";

  private final ObjectNode fields;
  private final List<Fault> faults = new ArrayList<>();

  private Fields(ObjectNode fields) {
    this.fields = fields;
  }

  static Fields of(Exchange exchange) {
    return new Fields(exchange.fields());
  }

  boolean has(String field) {
    return fields.has(field);
  }

  /// The first of these names that was sent; the first one of all when none was.
  String sent(String... names) {
    for (String name : names) {
      if (fields.has(name)) {
        return name;
      }
    }
    return names[0];
  }

  /// A text that must be there and say something.
  String text(String field) {
    var text = given(field);
    if (text == null) {
      return "";
    }
    if (text.isBlank()) {
      fault(field, "This field may not be blank.");
    }
    return text;
  }

  /// A text that must be there and may be empty.
  String textOrBlank(String field) {
    var text = given(field);
    return text == null ? "" : text;
  }

  /// A text that may be missing; null when it is.
  @Nullable String optional(String field) {
    return fields.has(field) ? given(field) : null;
  }

  /// A text that may be missing, or null, which both mean the empty one.
  String orEmpty(String field) {
    return fields.hasNonNull(field) ? textOrBlank(field) : "";
  }

  /// An integer that must be there.
  long integer(String field) {
    var node = present(field);
    if (node == null) {
      return 0;
    }
    if (node.isIntegralNumber() && node.canConvertToLong()) {
      return node.longValue();
    }
    var number = node.isTextual() ? Numbers.parse(node.textValue()) : OptionalLong.empty();
    if (number.isEmpty()) {
      fault(field, "A valid integer is required.");
    }
    return number.orElse(0);
  }

  /// Throws what was wrong with the fields read so far, if anything was.
  void check() {
    if (!faults.isEmpty()) {
      throw new ProblemException(new Problem.Invalid(faults));
    }
  }

  private @Nullable String given(String field) {
    var node = present(field);
    if (node == null) {
      return null;
    }
    if (node.isTextual() || node.isNumber()) {
      return node.asText();
    }
    fault(field, "Not a valid string.");
    return null;
  }

  private @Nullable JsonNode present(String field) {
    var node = fields.get(field);
    if (node == null) {
      fault(field, REQUIRED);
      return null;
    }
    if (node.isNull()) {
      fault(field, NOT_NULL);
      return null;
    }
    return node;
  }

  private void fault(String field, String why) {
    faults.add(new Fault(field, why));
  }
}
