package org.colloquy.server.http;

import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import java.util.List;

/// What a stream is on the wire.
///
/// @param headers sent with its head
/// @param heartbeat what readers skip, said when nothing else was for a while
record StreamForm(String contentType, List<Header> headers, String heartbeat) {
  private static final Header NOT_CACHED =
      HeaderValues.createCached(HeaderNames.CACHE_CONTROL, "no-cache");
  private static final Header EXPIRED = HeaderValues.createCached(HeaderNames.EXPIRES, "0");

  /// Server-sent events.
  static final StreamForm EVENTS =
      new StreamForm("text/event-stream", List.of(NOT_CACHED, EXPIRED), ":\n");

  /// Text, of which every piece counts.
  static StreamForm text(String contentType) {
    return new StreamForm(contentType, List.of(), "");
  }

  /// Lines, of which empty ones do not count.
  static StreamForm lines(String contentType) {
    return new StreamForm(contentType, List.of(), "\n");
  }
}
