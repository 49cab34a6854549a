package org.colloquy.server.api.chats;

import java.util.stream.Stream;
import org.colloquy.server.http.Answer;
import org.colloquy.server.http.Json;

/// The failures of this API as the Rocket framework says them. It has no words for a bad gateway.
enum Failure {
  BAD_REQUEST(
      400,
      "Bad Request",
      "The request could not be understood by the server due to malformed syntax."),
  UNAUTHORIZED(401, "Unauthorized", "The request requires user authentication."),
  FORBIDDEN(403, "Forbidden", "The server refused to authorize the request."),
  NOT_FOUND(404, "Not Found", "The requested resource could not be found."),
  CONFLICT(
      409, "Conflict", "The request could not be processed because of a conflict in the request."),
  TOO_LARGE(
      413,
      "Payload Too Large",
      "The request is larger than the server is willing or able to process."),
  UNSUPPORTED(
      415,
      "Unsupported Media Type",
      "The request entity has a media type which the server or resource does not support."),
  UNPROCESSABLE(
      422,
      "Unprocessable Entity",
      "The request was well-formed but was unable to be followed due to semantic errors."),
  TOO_MANY(429, "Too Many Requests", "Too many requests have been received recently."),
  INTERNAL(
      500,
      "Internal Server Error",
      "The server encountered an internal error while processing this request."),
  BAD_GATEWAY(502, "Bad Gateway", ""),
  UNAVAILABLE(503, "Service Unavailable", "The server is currently unavailable.");

  private final int status;
  private final String reason;
  private final String description;

  Failure(int status, String reason, String description) {
    this.status = status;
    this.reason = reason;
    this.description = description;
  }

  /// The one with this status.
  static Failure of(int status) {
    return Stream.of(values())
        .filter(failure -> failure.status == status)
        .findFirst()
        .orElseThrow();
  }

  Answer answer() {
    return answer("");
  }

  /// @param more what there is to say after the framework's own words
  Answer answer(String more) {
    var whole = (description + " " + more).strip();
    var body =
        """
        {
          "error": {
            "code": %d,
            "reason": %s,
            "description": %s
          }
        }\
        """
            .formatted(status, Json.text(reason), Json.text(whole));
    return new Answer(status, new Answer.Text("application/json", body));
  }
}
