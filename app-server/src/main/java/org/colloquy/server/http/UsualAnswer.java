package org.colloquy.server.http;

import org.colloquy.model.Problem;
import org.colloquy.server.core.Sentences;

/// The answer to a problem for which a face has no status of its own.
public final class UsualAnswer {
  private UsualAnswer() {}

  /// The usual status, said as the face says things, with the header that belongs to it.
  public static Answer to(Problem problem, Form form) {
    var answer = form.answer(status(problem), Sentences.of(problem));
    return problem instanceof Problem.RateLimited(var wait)
        ? answer.with("Retry-After", Long.toString(wait.toSeconds()))
        : answer;
  }

  private static int status(Problem problem) {
    return switch (problem) {
      case Problem.NotFound _ -> 404;
      case Problem.Invalid _ -> 400;
      case Problem.NotSignedIn _ -> 401;
      case Problem.NotAllowed _ -> 403;
      case Problem.Conflict _, Problem.Busy _ -> 409;
      case Problem.TooLarge _ -> 413;
      case Problem.RateLimited _, Problem.QuotaReached _ -> 429;
      case Problem.Upstream _ -> 502;
      case Problem.Unavailable _ -> 503;
      case Problem.Internal _ -> 500;
    };
  }

  /// How a face says things.
  public interface Form {
    /// An answer with this status.
    ///
    /// @param sentence the core's own words for what went wrong
    Answer answer(int status, String sentence);
  }
}
