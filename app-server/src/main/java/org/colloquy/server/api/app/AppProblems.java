package org.colloquy.server.api.app;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.colloquy.model.Problem;
import org.colloquy.model.Problem.Fault;
import org.colloquy.server.core.Sentences;
import org.colloquy.server.http.Answer;
import org.colloquy.server.http.ProblemRenderer;
import org.colloquy.server.http.RequestFault;
import org.colloquy.server.http.UsualAnswer;

/// What went wrong, as `{"problem": TYPE, "sentence": "...", ...}`.
final class AppProblems implements ProblemRenderer {
  @Override
  public Answer answer(Problem problem) {
    return UsualAnswer.to(problem, (status, _) -> new Answer(status, body(problem)));
  }

  @Override
  public Answer answer(RequestFault fault) {
    return switch (fault) {
      case RequestFault.MethodNotAllowed(var method) ->
          new Answer(405, invalid("There is nothing here to " + method + "."));
      case RequestFault.UnsupportedType _ ->
          new Answer(415, invalid("A body has to be application/json."));
      case RequestFault.Malformed(_, var line, var column, _) ->
          new Answer(400, invalid("This is not JSON: line %d, column %d.".formatted(line, column)));
      case RequestFault.NotAnObject(var got) ->
          new Answer(400, invalid("A JSON object is expected, not a " + got + "."));
    };
  }

  static Map<String, Object> body(Problem problem) {
    return switch (problem) {
      case Problem.NotFound(var what) -> body(problem, "not-found", Map.of("what", what));
      case Problem.Invalid(var faults) ->
          body(problem, "invalid", Map.of("faults", List.copyOf(faults)));
      case Problem.NotSignedIn(var why) ->
          body(problem, "not-signed-in", Map.of("why", AppJson.word(why)));
      case Problem.NotAllowed(var what) -> body(problem, "not-allowed", Map.of("what", what));
      case Problem.Conflict(var what) -> body(problem, "conflict", Map.of("what", what));
      case Problem.Busy(var what) -> body(problem, "busy", Map.of("what", what));
      case Problem.TooLarge(var limit) -> body(problem, "too-large", Map.of("limit", limit));
      case Problem.RateLimited(var wait) ->
          body(problem, "rate-limited", Map.of("retryAfter", wait.toSeconds()));
      case Problem.QuotaReached(var what) -> body(problem, "quota-reached", Map.of("what", what));
      case Problem.Upstream upstream -> body(problem, "upstream", details(upstream));
      case Problem.Unavailable(var why) -> body(problem, "unavailable", Map.of("why", why));
      case Problem.Internal(var incident) ->
          body(problem, "internal", Map.of("incident", incident));
    };
  }

  private static Map<String, Object> invalid(String why) {
    return body(new Problem.Invalid(List.of(new Fault("", why))));
  }

  private static Map<String, Object> body(
      Problem problem, String type, Map<String, Object> details) {
    var body = new LinkedHashMap<String, Object>();
    body.put("problem", type);
    body.put("sentence", Sentences.of(problem));
    body.putAll(details);
    return body;
  }

  private static Map<String, Object> details(Problem.Upstream upstream) {
    var details = new LinkedHashMap<String, Object>();
    details.put("provider", upstream.provider());
    details.put("fault", AppJson.word(upstream.fault()));
    details.put("status", upstream.status());
    details.put("said", upstream.said());
    return details;
  }
}
