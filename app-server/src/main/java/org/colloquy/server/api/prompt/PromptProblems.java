package org.colloquy.server.api.prompt;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.colloquy.model.Problem;
import org.colloquy.server.http.Answer;
import org.colloquy.server.http.ProblemRenderer;
import org.colloquy.server.http.RequestFault;
import org.colloquy.server.http.UsualAnswer;
import org.jspecify.annotations.Nullable;

/// What went wrong, in the words of FastAPI.
final class PromptProblems implements ProblemRenderer {
  @Override
  public Answer answer(Problem problem) {
    return switch (problem) {
      case Problem.NotFound(var what) ->
          detail(404, what.equals("conversation") ? "Conversation not found" : "Not Found");
      case Problem.Invalid(var faults) ->
          new Answer(
              422, Map.of("detail", faults.stream().map(PromptProblems::valueError).toList()));
      case Problem.NotSignedIn _ ->
          detail(401, "Not authenticated").with("WWW-Authenticate", "Bearer");
      case Problem.NotAllowed _ -> detail(403, "Forbidden");
      case Problem.Conflict _,
          Problem.Busy _,
          Problem.TooLarge _,
          Problem.RateLimited _,
          Problem.QuotaReached _,
          Problem.Upstream _,
          Problem.Unavailable _,
          Problem.Internal _ ->
          UsualAnswer.to(problem, PromptProblems::detail);
    };
  }

  @Override
  public Answer answer(RequestFault fault) {
    return switch (fault) {
      case RequestFault.MethodNotAllowed _ -> detail(405, "Method Not Allowed");
      case RequestFault.UnsupportedType _ -> detail(415, "Unsupported Media Type");
      case RequestFault.Malformed(var why, _, _, var offset) ->
          new Answer(422, Map.of("detail", List.of(notJson(why, offset))));
      case RequestFault.NotAnObject _ ->
          new Answer(
              422,
              Map.of(
                  "detail",
                  List.of(
                      error("dict_type", List.of("body"), "Input should be a valid dictionary"))));
    };
  }

  /// A parameter that must be there and is not.
  static Answer missing(String parameter) {
    var error = error("missing", List.of("query", parameter), "Field required");
    return new Answer(422, Map.of("detail", List.of(error)));
  }

  static Answer detail(int status, String detail) {
    return new Answer(status, Map.of("detail", detail));
  }

  private static Map<String, @Nullable Object> valueError(Problem.Fault fault) {
    var parameter = fault.field().equals("text") ? "prompt" : fault.field();
    return error("value_error", List.of("query", parameter), fault.why());
  }

  private static Map<String, @Nullable Object> notJson(String why, long offset) {
    var error = error("json_invalid", List.of("body", offset), "JSON decode error");
    error.put("ctx", Map.of("error", why));
    return error;
  }

  private static Map<String, @Nullable Object> error(
      String type, List<Object> place, String message) {
    var error = new LinkedHashMap<String, @Nullable Object>();
    error.put("type", type);
    error.put("loc", place);
    error.put("msg", message);
    error.put("input", null);
    return error;
  }
}
