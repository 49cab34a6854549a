package org.colloquy.server.http;

import java.util.Map;
import org.colloquy.model.Problem;

/// What went wrong where no face is concerned: `{"error": "..."}`.
final class NeutralProblems implements ProblemRenderer {
  static final Answer NOT_FOUND = error(404, "not found");

  static Answer error(int status, String what) {
    return new Answer(status, Map.of("error", what));
  }

  @Override
  public Answer answer(Problem problem) {
    return switch (problem) {
      case Problem.NotFound _ -> NOT_FOUND;
      case Problem.Invalid _ -> error(400, "invalid request");
      case Problem.NotSignedIn _ -> error(401, "not signed in");
      case Problem.NotAllowed _ -> error(403, "not allowed");
      case Problem.Conflict _, Problem.Busy _ -> error(409, "conflict");
      case Problem.TooLarge _ -> error(413, "too large");
      case Problem.RateLimited(var wait) ->
          error(429, "too many requests").with("Retry-After", Long.toString(wait.toSeconds()));
      case Problem.QuotaReached _ -> error(429, "too many requests");
      case Problem.Upstream _ -> error(502, "upstream");
      case Problem.Unavailable _ -> error(503, "unavailable");
      case Problem.Internal(var incident) -> error(500, "internal error " + incident);
    };
  }

  @Override
  public Answer answer(RequestFault fault) {
    return switch (fault) {
      case RequestFault.MethodNotAllowed _ -> error(405, "method not allowed");
      case RequestFault.UnsupportedType _ -> error(415, "unsupported media type");
      case RequestFault.Malformed _, RequestFault.NotAnObject _ -> error(400, "invalid request");
    };
  }
}
