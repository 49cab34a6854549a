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
    return UsualAnswer.to(problem, (status, _) -> error(status, words(problem)));
  }

  private static String words(Problem problem) {
    return switch (problem) {
      case Problem.NotFound _ -> "not found";
      case Problem.Invalid _ -> "invalid request";
      case Problem.NotSignedIn _ -> "not signed in";
      case Problem.NotAllowed _ -> "not allowed";
      case Problem.Conflict _, Problem.Busy _ -> "conflict";
      case Problem.TooLarge _ -> "too large";
      case Problem.RateLimited _, Problem.QuotaReached _ -> "too many requests";
      case Problem.Upstream _ -> "upstream";
      case Problem.Unavailable _ -> "unavailable";
      case Problem.Internal(var incident) -> "internal error " + incident;
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
