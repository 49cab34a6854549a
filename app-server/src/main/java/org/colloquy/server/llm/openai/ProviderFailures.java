package org.colloquy.server.llm.openai;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import org.colloquy.model.Problem.Upstream;
import org.colloquy.model.Problem.UpstreamFault;
import org.colloquy.model.ProblemException;
import org.colloquy.server.core.provider.Secret;
import org.colloquy.server.llm.http.WireFailure;
import org.jspecify.annotations.Nullable;

/// Says a provider's failures in the program's words.
final class ProviderFailures {
  private static final int OK = 200;
  private static final int BAD_STATUS = 400;
  private static final int LAST_STATUS = 599;

  private final String provider;
  private final @Nullable Secret key;

  ProviderFailures(String provider, @Nullable Secret key) {
    this.provider = provider;
    this.key = key;
  }

  /// The exchange broke.
  ///
  /// @param status what was answered until then; 0 when nothing was
  ProblemException broken(WireFailure failure, int status) {
    return failure
        .refusal()
        .map(refused -> new ProblemException(refused.problem(), failure))
        .orElseGet(() ->
            new ProblemException(new Upstream(provider, failure.fault(), status, ""), failure));
  }

  /// It was answered with a status that is not a success.
  ProblemException refused(int status, String body) {
    return problem(fault(status, body), status, said(body));
  }

  /// It told an error in the middle of an answer that had begun well.
  ProblemException told(JsonNode error) {
    int code = error.path("code").asInt(error.path("status").asInt());
    var fault =
        (code >= BAD_STATUS && code <= LAST_STATUS) || noCredit(error.toString())
            ? fault(code, error.toString())
            : UpstreamFault.FAILED;
    return problem(fault, OK, message(error));
  }

  /// It answered with a status that makes no sense here; redirects are not followed.
  ProblemException redirects(int status, String location) {
    return problem(
        UpstreamFault.NONSENSE, status, location.isEmpty() ? "" : "Moved to " + location);
  }

  /// What it sent is not the protocol.
  ProblemException nonsense(int status, String text) {
    return problem(UpstreamFault.NONSENSE, status, Redaction.withoutMarkup(text));
  }

  /// The answer ended in the middle.
  ProblemException cut(int status) {
    return problem(UpstreamFault.CUT, status, "");
  }

  /// The key cannot be a key.
  ProblemException unsendableKey() {
    return problem(UpstreamFault.WRONG_KEY, 0, "");
  }

  /// The address cannot be one.
  ProblemException noAddress() {
    return problem(UpstreamFault.UNREACHABLE, 0, "");
  }

  private ProblemException problem(UpstreamFault fault, int status, String said) {
    return new ProblemException(new Upstream(provider, fault, status, Redaction.of(said, key)));
  }

  private UpstreamFault fault(int status, String body) {
    if (noCredit(body)) {
      return UpstreamFault.NO_CREDIT;
    }
    return switch (status) {
      case 401, 403 -> key == null ? UpstreamFault.NO_KEY : UpstreamFault.WRONG_KEY;
      case 402 -> UpstreamFault.NO_CREDIT;
      case 404 -> UpstreamFault.NO_MODEL;
      case 429 -> UpstreamFault.RATE_LIMITED;
      default -> status >= 500 ? UpstreamFault.FAILED : UpstreamFault.REFUSED;
    };
  }

  private static boolean noCredit(String body) {
    return body.contains("insufficient_quota");
  }

  private static String said(String body) {
    try {
      var tree = OpenAiJson.MAPPER.readTree(body);
      if (tree != null && tree.isObject()) {
        return tree.hasNonNull("error") ? message(tree.get("error")) : message(tree);
      }
    } catch (JsonProcessingException _) {
      // Then it is a page or plain words.
    }
    return Redaction.withoutMarkup(body);
  }

  private static String message(JsonNode error) {
    for (var name : new String[] {"message", "detail", "error", "msg"}) {
      if (error.path(name).isTextual()) {
        return error.path(name).asText();
      }
    }
    return error.isTextual() ? error.asText() : error.toString();
  }
}
