package org.colloquy.server.api.chatrest;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.colloquy.model.Problem;
import org.colloquy.model.Problem.Fault;
import org.colloquy.model.Problem.NotSignedIn.Why;
import org.colloquy.server.http.Answer;
import org.colloquy.server.http.ProblemRenderer;
import org.colloquy.server.http.RequestFault;
import org.colloquy.server.http.UsualAnswer;

/// What went wrong, as `{"error": "..."}`; but who is not signed in is told so in plain text.
final class ChatrestProblems implements ProblemRenderer {
  private static final Answer NOT_FOUND = error(404, "Not found");

  @Override
  public Answer answer(Problem problem) {
    return switch (problem) {
      case Problem.NotFound _ -> NOT_FOUND;
      case Problem.Invalid(var faults) -> error(400, joined(faults));
      case Problem.NotSignedIn(var why) -> Answer.text(401, sentence(why));
      case Problem.Conflict(var what) ->
          error(400, "Bad request: " + capitalized(what) + " already in use");
      case Problem.NotAllowed _,
          Problem.Busy _,
          Problem.TooLarge _,
          Problem.RateLimited _,
          Problem.QuotaReached _,
          Problem.Upstream _,
          Problem.Unavailable _,
          Problem.Internal _ ->
          UsualAnswer.to(problem, ChatrestProblems::error);
    };
  }

  @Override
  public Answer answer(RequestFault fault) {
    return switch (fault) {
      case RequestFault.MethodNotAllowed _ -> NOT_FOUND;
      case RequestFault.UnsupportedType _ -> error(400, "Content type error");
      case RequestFault.Malformed(_, var line, var column, _) ->
          error(
              400,
              "Json deserialize error: expected value at line %d column %d"
                  .formatted(line, column));
      case RequestFault.NotAnObject(var got) ->
          error(400, "Json deserialize error: invalid type: " + got + ", expected an object");
    };
  }

  /// A token that was to be validated and is no good.
  static Answer badToken(Why why) {
    return switch (why) {
      case MISSING, MALFORMED -> error(401, "Missing or invalid Authorization header");
      case NOT_VALID, WRONG_KIND, WRONG_PASSWORD -> error(401, "Invalid token");
      case NO_ACCOUNT -> error(404, "User not found");
    };
  }

  private static String sentence(Why why) {
    return switch (why) {
      case MISSING, MALFORMED -> "Authorization header missing or malformed";
      case NOT_VALID, WRONG_KIND, NO_ACCOUNT -> "Invalid token";
      case WRONG_PASSWORD -> "Invalid credentials";
    };
  }

  private static String joined(List<Fault> faults) {
    return faults.stream()
        .map(fault ->
            fault.field().isEmpty() ? fault.why() : field(fault.field()) + ": " + fault.why())
        .collect(Collectors.joining(" "));
  }

  /// The core's word for a field in the words of this API.
  private static String field(String core) {
    return switch (core) {
      case "text" -> "content";
      case "fileName" -> "file_path";
      case "mediaType" -> "file_type";
      case "address" -> "api_endpoint";
      case "secret" -> "api_key";
      case "lines" -> "messages";
      default -> core;
    };
  }

  private static String capitalized(String word) {
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }

  private static Answer error(int status, String what) {
    return new Answer(status, Map.of("error", what));
  }
}
