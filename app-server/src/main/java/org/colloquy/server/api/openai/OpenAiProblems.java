package org.colloquy.server.api.openai;

import org.colloquy.model.Problem;
import org.colloquy.model.Problem.UpstreamFault;
import org.colloquy.server.core.Sentences;
import org.colloquy.server.http.Answer;
import org.colloquy.server.http.ProblemRenderer;
import org.colloquy.server.http.RequestFault;
import org.colloquy.server.http.UsualAnswer;
import org.jspecify.annotations.Nullable;

/// What went wrong, as OpenAI says it: `{"error": {"message", "type", "param", "code"}}`.
final class OpenAiProblems implements ProblemRenderer {
  private static final String INVALID = "invalid_request_error";
  private static final String SERVER = "server_error";

  /// @param error what went wrong
  record Body(Fault error) {}

  /// @param param the field that is wrong; null when none is
  /// @param code null when there is no word for it
  record Fault(String message, String type, @Nullable String param, @Nullable String code) {}

  @Override
  public Answer answer(Problem problem) {
    var usual = UsualAnswer.to(problem, (status, _) -> new Answer(status, body(problem)));
    return problem instanceof Problem.Upstream upstream
        ? new Answer(status(upstream.fault()), body(problem))
        : usual;
  }

  @Override
  public Answer answer(RequestFault fault) {
    return switch (fault) {
      case RequestFault.MethodNotAllowed(var method) ->
          refused(405, "There is nothing here to " + method + ".");
      case RequestFault.UnsupportedType _ -> refused(415, "A body has to be application/json.");
      case RequestFault.Malformed(_, var line, var column, _) ->
          refused(400, "This is not JSON: line %d, column %d.".formatted(line, column));
      case RequestFault.NotAnObject(var got) ->
          refused(400, "A JSON object is expected, not a " + got + ".");
    };
  }

  static Body body(Problem problem) {
    var sentence = Sentences.of(problem);
    return new Body(
        switch (problem) {
          case Problem.NotFound(var what) when what.equals("model") ->
              new Fault(
                  "There is no such model, or you do not see it; GET /v1/models lists them.",
                  INVALID,
                  "model",
                  "model_not_found");
          case Problem.NotFound _ -> new Fault(sentence, INVALID, null, "not_found");
          case Problem.Invalid(var faults) ->
              new Fault(sentence, INVALID, param(faults.getFirst().field()), "invalid_value");
          case Problem.NotSignedIn _ ->
              new Fault(
                  "You need a token of this Colloquy, as Authorization: Bearer TOKEN.",
                  INVALID,
                  null,
                  "invalid_api_key");
          case Problem.NotAllowed _ -> new Fault(sentence, INVALID, null, "not_allowed");
          case Problem.Conflict _, Problem.Busy _ -> new Fault(sentence, INVALID, null, "conflict");
          case Problem.TooLarge _ -> new Fault(sentence, INVALID, null, "request_too_large");
          case Problem.RateLimited _ ->
              new Fault(sentence, "requests", null, "rate_limit_exceeded");
          case Problem.QuotaReached _ ->
              new Fault(sentence, "insufficient_quota", null, "insufficient_quota");
          case Problem.Upstream upstream -> upstream(upstream, sentence);
          case Problem.Unavailable _ -> new Fault(sentence, SERVER, null, "unavailable");
          case Problem.Internal _ -> new Fault(sentence, SERVER, null, "internal_error");
        });
  }

  /// A provider's failure, with its own words where they say more.
  private static Fault upstream(Problem.Upstream upstream, String sentence) {
    var message = upstream.said().isEmpty() ? sentence : sentence + " It said: " + upstream.said();
    return switch (upstream.fault()) {
      case WRONG_KEY -> new Fault(message, INVALID, null, "provider_key_refused");
      case NO_KEY -> new Fault(message, INVALID, null, "provider_key_missing");
      case NO_MODEL -> new Fault(message, INVALID, "model", "model_not_found");
      case NO_CREDIT -> new Fault(message, "insufficient_quota", null, "insufficient_quota");
      case RATE_LIMITED -> new Fault(message, "requests", null, "rate_limit_exceeded");
      case REFUSED -> new Fault(message, INVALID, null, "provider_refused");
      case FAILED, UNREACHABLE, TLS, TIMEOUT, CUT, NONSENSE ->
          new Fault(message, SERVER, null, "provider_failed");
    };
  }

  /// A provider that refuses our key is not one that a client's token is wrong for: that would be
  /// 401.
  private static int status(UpstreamFault fault) {
    return switch (fault) {
      case WRONG_KEY, NO_KEY -> 403;
      case NO_MODEL -> 404;
      case NO_CREDIT, RATE_LIMITED -> 429;
      case REFUSED -> 400;
      case TIMEOUT -> 504;
      case FAILED, UNREACHABLE, TLS, CUT, NONSENSE -> 502;
    };
  }

  /// The core's word for a field in the words of this API.
  private static @Nullable String param(String core) {
    return switch (core) {
      case "" -> null;
      case "lines" -> "messages";
      case "topP" -> "top_p";
      case "maxTokens" -> "max_tokens";
      case "format" -> "response_format";
      default -> core;
    };
  }

  private static Answer refused(int status, String message) {
    return new Answer(status, new Body(new Fault(message, INVALID, null, null)));
  }
}
