package org.colloquy.server.llm.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.regex.Pattern;
import org.colloquy.model.Problem.UpstreamFault;

/// What a provider says of its error, in whichever form: OpenAI's, Anthropic's and Google's
/// objects, a bare sentence, or a page.
///
/// @param all everything it said
/// @param error the part that tells of the error; missing when it is no JSON
/// @param said its sentence
record Words(String all, JsonNode error, String said) {
  private static final int FIRST_STATUS = 400;
  private static final int LAST_STATUS = 599;
  private static final Pattern NO_CREDIT =
      Pattern.compile("(?i)insufficient_quota|billing_error|credit balance is too low");
  private static final Pattern WRONG_KEY = Pattern.compile("API_KEY_INVALID");
  private static final List<String> SENTENCES = List.of("message", "detail", "error", "msg");
  private static final List<String> CODES = List.of("code", "status", "type");

  /// What the body of a refusal says.
  static Words of(String body) {
    var tree = WireJson.tree(body);
    // Google tells the errors of streams in a list.
    var first = tree.isArray() && !tree.isEmpty() ? tree.get(0) : tree;
    if (!first.isObject()) {
      return new Words(body, WireJson.tree(""), Redaction.withoutMarkup(body));
    }
    var error = first.hasNonNull("error") ? first.get("error") : first;
    return new Words(body, error, sentence(error));
  }

  /// What an error inside a stream says.
  static Words of(JsonNode error) {
    return new Words(error.toString(), error, sentence(error));
  }

  /// The status that the error stands for; 0 when it names none.
  int status() {
    for (var name : CODES) {
      var code = error.path(name);
      int status = code.isTextual() ? named(code.asText()) : code.asInt();
      if (status >= FIRST_STATUS && status <= LAST_STATUS) {
        return status;
      }
    }
    return 0;
  }

  /// What a status with these words means; 0 stands for a failure.
  UpstreamFault fault(int status, boolean keySent) {
    if (NO_CREDIT.matcher(all).find()) {
      return UpstreamFault.NO_CREDIT;
    }
    if (WRONG_KEY.matcher(all).find()) {
      return UpstreamFault.WRONG_KEY;
    }
    return switch (status) {
      case 401, 403 -> keySent ? UpstreamFault.WRONG_KEY : UpstreamFault.NO_KEY;
      case 402 -> UpstreamFault.NO_CREDIT;
      case 404 -> UpstreamFault.NO_MODEL;
      case 429 -> UpstreamFault.RATE_LIMITED;
      default -> status == 0 || status >= 500 ? UpstreamFault.FAILED : UpstreamFault.REFUSED;
    };
  }

  private static int named(String code) {
    return switch (code) {
      case "invalid_request_error", "invalid_prompt", "INVALID_ARGUMENT", "FAILED_PRECONDITION" ->
          400;
      case "authentication_error", "invalid_api_key", "UNAUTHENTICATED" -> 401;
      case "permission_error", "PERMISSION_DENIED" -> 403;
      case "not_found_error", "model_not_found", "NOT_FOUND" -> 404;
      case "rate_limit_error", "rate_limit_exceeded", "RESOURCE_EXHAUSTED" -> 429;
      case "overloaded_error" -> 529;
      case "UNAVAILABLE" -> 503;
      default -> code.matches("\\d{3}") ? Integer.parseInt(code) : 0;
    };
  }

  private static String sentence(JsonNode error) {
    for (var name : SENTENCES) {
      if (error.path(name).isTextual()) {
        return error.path(name).asText();
      }
    }
    return error.isTextual() ? error.asText() : error.toString();
  }
}
