package org.colloquy.server.api.agents;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.colloquy.model.Problem;
import org.colloquy.model.Problem.NotSignedIn.Why;
import org.colloquy.server.api.agents.AgentsJson.FaultJson;
import org.colloquy.server.http.Answer;
import org.colloquy.server.http.ProblemRenderer;
import org.colloquy.server.http.RequestFault;
import org.colloquy.server.http.UsualAnswer;

/// What went wrong, in the words of FastAPI and FastAPI Users.
final class AgentsProblems implements ProblemRenderer {
  @Override
  public Answer answer(Problem problem) {
    return switch (problem) {
      case Problem.NotFound _ -> detail(404, "Not Found");
      case Problem.Invalid(var faults) -> notValid(list(faults));
      case Problem.NotSignedIn(var why) ->
          why == Why.WRONG_PASSWORD
              ? detail(400, "LOGIN_BAD_CREDENTIALS")
              : detail(401, "Unauthorized");
      case Problem.NotAllowed _ -> detail(403, "Forbidden");
      case Problem.Conflict _,
          Problem.Busy _,
          Problem.TooLarge _,
          Problem.RateLimited _,
          Problem.QuotaReached _,
          Problem.Upstream _,
          Problem.Unavailable _,
          Problem.Internal _ ->
          UsualAnswer.to(problem, AgentsProblems::detail);
    };
  }

  @Override
  public Answer answer(RequestFault fault) {
    return switch (fault) {
      case RequestFault.MethodNotAllowed _ -> detail(405, "Method Not Allowed");
      case RequestFault.UnsupportedType _ -> notValid(List.of(notADictionary()));
      case RequestFault.Malformed(var why, _, _, var offset) ->
          notValid(
              List.of(
                  new FaultJson(
                      "json_invalid",
                      List.of("body", offset),
                      "JSON decode error",
                      null,
                      Map.of("error", why))));
      case RequestFault.NotAnObject(var got) ->
          notValid(
              List.of(
                  got.equals("null")
                      ? new FaultJson("missing", List.of("body"), "Field required", null)
                      : notADictionary()));
    };
  }

  /// A request with these faults.
  static Answer notValid(List<FaultJson> faults) {
    return new Answer(422, Map.of("detail", faults));
  }

  static Answer detail(int status, Object detail) {
    return new Answer(status, Map.of("detail", detail));
  }

  /// A code of FastAPI Users with the reason for it.
  static Answer coded(String code, String reason) {
    var detail = new LinkedHashMap<String, String>();
    detail.put("code", code);
    detail.put("reason", reason);
    return detail(400, detail);
  }

  private static FaultJson notADictionary() {
    return new FaultJson(
        "model_attributes_type",
        List.of("body"),
        "Input should be a valid dictionary or object to extract fields from",
        null);
  }

  /// The rules of the core, each told once: an address is an account's name here as well.
  private static List<FaultJson> list(List<Problem.Fault> faults) {
    return faults.stream()
        .map(fault -> {
          var field = fault.field().equals("username") ? "email" : fault.field();
          return new FaultJson(
              "value_error", List.of("body", field), "Value error, " + fault.why(), null);
        })
        .distinct()
        .toList();
  }
}
