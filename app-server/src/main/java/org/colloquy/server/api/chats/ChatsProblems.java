package org.colloquy.server.api.chats;

import java.util.List;
import java.util.stream.Collectors;
import org.colloquy.model.Problem;
import org.colloquy.server.http.Answer;
import org.colloquy.server.http.ProblemRenderer;
import org.colloquy.server.http.RequestFault;
import org.colloquy.server.http.UsualAnswer;

/// What went wrong, in the form and words of the Rocket framework, with our own words after them
/// where there is more to say.
final class ChatsProblems implements ProblemRenderer {
  @Override
  public Answer answer(Problem problem) {
    return switch (problem) {
      case Problem.NotFound _ -> Failure.NOT_FOUND.answer();
      case Problem.Invalid(var faults) -> Failure.UNPROCESSABLE.answer(sentences(faults));
      case Problem.NotSignedIn _ ->
          Failure.UNAUTHORIZED.answer().with("WWW-Authenticate", "Bearer");
      case Problem.NotAllowed _,
          Problem.Conflict _,
          Problem.Busy _,
          Problem.TooLarge _,
          Problem.RateLimited _,
          Problem.QuotaReached _,
          Problem.Upstream _,
          Problem.Unavailable _,
          Problem.Internal _ ->
          UsualAnswer.to(problem, (status, sentence) -> Failure.of(status).answer(sentence));
    };
  }

  @Override
  public Answer answer(RequestFault fault) {
    return switch (fault) {
      case RequestFault.MethodNotAllowed _ -> Failure.NOT_FOUND.answer();
      case RequestFault.UnsupportedType _ -> Failure.UNSUPPORTED.answer();
      case RequestFault.Malformed _ -> Failure.BAD_REQUEST.answer();
      case RequestFault.NotAnObject _ -> Failure.UNPROCESSABLE.answer("An object is required.");
    };
  }

  private static String sentences(List<Problem.Fault> faults) {
    return faults.stream()
        .map(fault -> field(fault.field()) + ": " + fault.why())
        .collect(Collectors.joining(" "));
  }

  /// The core's word for a field in the words of this API.
  private static String field(String core) {
    return switch (core) {
      case "title" -> "name";
      case "text" -> "message";
      case "touchedAt" -> "updated_at";
      default -> core;
    };
  }
}
