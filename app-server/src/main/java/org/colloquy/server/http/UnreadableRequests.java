package org.colloquy.server.http;

import io.helidon.http.DirectHandler;
import io.helidon.http.HeaderValues;
import io.helidon.http.ServerResponseHeaders;
import io.helidon.http.Status;
import io.helidon.webserver.http.DirectHandlers;

/// Answers requests that Helidon cannot read, so that nothing else hears of them.
///
/// Some make its parsers fail in ways it did not plan for. It takes that for a failure of ours and
/// logs every one of them; but whatever our side does is caught before, so it is the request.
final class UnreadableRequests implements DirectHandler {
  private final RareWarnings warnings;

  UnreadableRequests(RareWarnings warnings) {
    this.warnings = warnings;
  }

  /// This handler, for everything that Helidon answers by itself.
  DirectHandlers forEverything() {
    var handlers = DirectHandlers.builder();
    for (var type : EventType.values()) {
      handlers.addHandler(type, this);
    }
    return handlers.build();
  }

  @Override
  public TransportResponse handle(
      TransportRequest request,
      EventType type,
      Status status,
      ServerResponseHeaders headers,
      String message) {
    return answer(status, headers);
  }

  private TransportResponse answer(Status asked, ServerResponseHeaders headers) {
    var status = asked;
    if (asked.code() == Status.INTERNAL_SERVER_ERROR_500.code()) {
      warnings.warn("requests could not be read at all");
      status = Status.BAD_REQUEST_400;
    }
    return TransportResponse.builder()
        .status(status)
        .headers(headers)
        .header(HeaderValues.CONTENT_TYPE_JSON)
        .entity(body(status))
        .build();
  }

  /// What is answered with a status that was not ours.
  static byte[] body(Status status) {
    return Json.bytes(NeutralProblems.error(status.code(), status.reasonPhrase()).body());
  }
}
