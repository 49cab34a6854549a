package org.colloquy.server.api.agents;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.colloquy.server.api.agents.AgentsJson.FaultJson;
import org.colloquy.server.http.Exchange;
import org.jspecify.annotations.Nullable;

/// The fields of a request, read as FastAPI reads them, whether they came as JSON or as a form.
/// What is wrong with them is told at once by [#refused].
final class Form {
  private final Exchange exchange;
  private final ObjectNode fields;
  private final boolean json;
  private final List<FaultJson> faults = new ArrayList<>();

  private Form(Exchange exchange, ObjectNode fields, boolean json) {
    this.exchange = exchange;
    this.fields = fields;
    this.json = json;
  }

  static Form of(Exchange exchange) {
    var type = exchange.header("Content-Type").orElse("").toLowerCase(Locale.ROOT);
    return new Form(exchange, exchange.fields(), type.contains("json"));
  }

  /// A text that must be there. An empty one counts as missing in a form, but not in JSON.
  String text(String field) {
    var node = sent(field);
    if (node == null) {
      fault("missing", field, "Field required", json ? fields : null, null);
      return "";
    }
    return textual(field, node);
  }

  /// A text that may be missing; null when it is.
  @Nullable String optional(String field) {
    var node = sent(field);
    return node == null || node.isNull() ? null : textual(field, node);
  }

  /// An e-mail address that must be there.
  String email(String field) {
    var text = text(field);
    checkEmail(field, text);
    return text;
  }

  /// An e-mail address that may be missing; null when it is.
  @Nullable String optionalEmail(String field) {
    var text = optional(field);
    checkEmail(field, text);
    return text;
  }

  /// A text that may be missing, but is nothing else than this.
  void optionally(String field, String only) {
    var text = optional(field);
    if (text != null && !text.equals(only)) {
      var pattern = "^" + only + "$";
      var message = "String should match pattern '" + pattern + "'";
      fault("string_pattern_mismatch", field, message, sent(field), Map.of("pattern", pattern));
    }
  }

  /// Tells what was wrong with the fields read so far; false when nothing was.
  boolean refused() {
    if (faults.isEmpty()) {
      return false;
    }
    exchange.answer(AgentsProblems.notValid(faults));
    return true;
  }

  private @Nullable JsonNode sent(String field) {
    var node = fields.get(field);
    boolean empty = node != null && !json && node.asText().isEmpty();
    return empty ? null : node;
  }

  private String textual(String field, JsonNode node) {
    if (!node.isTextual()) {
      fault("string_type", field, "Input should be a valid string", node, null);
      return "";
    }
    return node.textValue();
  }

  private void checkEmail(String field, @Nullable String text) {
    var node = sent(field);
    var reason = text == null || node == null || !node.isTextual() ? null : notAnEmail(text);
    if (reason != null) {
      fault(
          "value_error",
          field,
          "value is not a valid email address: " + reason,
          node,
          Map.of("reason", reason));
    }
  }

  /// Why a text cannot be an e-mail address, in the words of the library that FastAPI uses; null
  /// when there is nothing plainly wrong with it.
  private static @Nullable String notAnEmail(String text) {
    int at = text.lastIndexOf('@');
    if (at < 0) {
      return "An email address must have an @-sign.";
    }
    if (text.substring(0, at).isBlank()) {
      return "There must be something before the @-sign.";
    }
    var host = text.substring(at + 1);
    if (host.isBlank()) {
      return "There must be something after the @-sign.";
    }
    return host.contains(".")
        ? null
        : "The part after the @-sign is not valid. It should have a period.";
  }

  private void fault(
      String type,
      String field,
      String message,
      @Nullable JsonNode input,
      @Nullable Map<String, Object> more) {
    faults.add(new FaultJson(type, List.of("body", field), message, input, more));
  }
}
