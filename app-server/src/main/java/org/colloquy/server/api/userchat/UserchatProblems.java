package org.colloquy.server.api.userchat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.colloquy.model.Problem;
import org.colloquy.model.Problem.NotSignedIn.Why;
import org.colloquy.server.http.Answer;
import org.colloquy.server.http.ProblemRenderer;
import org.colloquy.server.http.RequestFault;
import org.colloquy.server.http.UsualAnswer;

/// What went wrong, in the words of Django REST framework and its token library.
final class UserchatProblems implements ProblemRenderer {
  private static final String CHALLENGE = "WWW-Authenticate";
  private static final String REALM = "Bearer realm=\"api\"";
  private static final String GENERAL = "non_field_errors";

  @Override
  public Answer answer(Problem problem) {
    return switch (problem) {
      case Problem.NotFound _ -> detail(404, "Not found.");
      case Problem.Invalid(var faults) -> new Answer(400, byField(faults));
      case Problem.NotSignedIn(var why) -> notSignedIn(why);
      case Problem.NotAllowed _ ->
          detail(403, "You do not have permission to perform this action.");
      case Problem.Conflict(var what) -> new Answer(400, Map.of(what, List.of(taken(what))));
      case Problem.RateLimited(var wait) ->
          UsualAnswer.to(
              problem,
              (status, _) ->
                  detail(
                      status,
                      "Request was throttled. Expected available in %d seconds."
                          .formatted(wait.toSeconds())));
      case Problem.Busy _,
          Problem.TooLarge _,
          Problem.QuotaReached _,
          Problem.Upstream _,
          Problem.Unavailable _,
          Problem.Internal _ ->
          UsualAnswer.to(problem, UserchatProblems::detail);
    };
  }

  @Override
  public Answer answer(RequestFault fault) {
    return switch (fault) {
      case RequestFault.MethodNotAllowed(var method) ->
          detail(405, "Method \"%s\" not allowed.".formatted(method));
      case RequestFault.UnsupportedType(var type) ->
          detail(415, "Unsupported media type \"%s\" in request.".formatted(type));
      case RequestFault.Malformed(var why, var line, var column, var offset) ->
          detail(
              400,
              "JSON parse error - %s: line %d column %d (char %d)"
                  .formatted(why, line, column, offset));
      case RequestFault.NotAnObject(var got) ->
          new Answer(400, Map.of(GENERAL, List.of(notADictionary(got))));
    };
  }

  private static String notADictionary(String got) {
    return switch (got) {
      case "null" -> "No data provided";
      case "string" -> "Invalid data. Expected a dictionary, but got str.";
      case "number" -> "Invalid data. Expected a dictionary, but got int.";
      case "boolean" -> "Invalid data. Expected a dictionary, but got bool.";
      default -> "Invalid data. Expected a dictionary, but got " + got + ".";
    };
  }

  private static String taken(String what) {
    return what.equals("nickname")
        ? "You already have an API key with this nickname."
        : "user with this " + what + " already exists.";
  }

  private static Map<String, List<String>> byField(List<Problem.Fault> faults) {
    var byField = new LinkedHashMap<String, List<String>>();
    for (var fault : faults) {
      byField.computeIfAbsent(field(fault.field()), _ -> new ArrayList<>()).add(fault.why());
    }
    return byField;
  }

  /// The core's word for a field in the words of this API.
  private static String field(String core) {
    return switch (core) {
      case "" -> GENERAL;
      case "firstName" -> "first_name";
      case "lastName" -> "last_name";
      case "fieldOfStudy" -> "field_of_study";
      case "text" -> "content";
      case "secret" -> "key";
      case "address" -> "url";
      default -> core;
    };
  }

  private static Answer notSignedIn(Why why) {
    return switch (why) {
      case MISSING -> challenge(Map.of("detail", "Authentication credentials were not provided."));
      case MALFORMED ->
          challenge(
              coded(
                  "Authorization header must contain two space-delimited values",
                  "bad_authorization_header"));
      case NOT_VALID -> challenge(notValid("Token is invalid or expired"));
      case WRONG_KIND -> challenge(notValid("Token has wrong type"));
      case NO_ACCOUNT -> challenge(coded("User not found", "user_not_found"));
      case WRONG_PASSWORD -> new Answer(400, Map.of(GENERAL, List.of("Invalid credentials")));
    };
  }

  /// A refresh token that cannot be exchanged.
  static Answer badRefreshToken() {
    return challenge(coded("Token is invalid or expired", "token_not_valid"));
  }

  private static Map<String, Object> notValid(String message) {
    var body = coded("Given token not valid for any token type", "token_not_valid");
    var about = new LinkedHashMap<String, String>();
    about.put("token_class", "AccessToken");
    about.put("token_type", "access");
    about.put("message", message);
    body.put("messages", List.of(about));
    return body;
  }

  private static Map<String, Object> coded(String detail, String code) {
    var body = new LinkedHashMap<String, Object>();
    body.put("detail", detail);
    body.put("code", code);
    return body;
  }

  private static Answer challenge(Map<String, ?> body) {
    return new Answer(401, body).with(CHALLENGE, REALM);
  }

  private static Answer detail(int status, String detail) {
    return new Answer(status, Map.of("detail", detail));
  }
}
