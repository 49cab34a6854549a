package org.colloquy.server.http;

import java.util.HashMap;
import java.util.Map;

/// A whole answer, ready to be written.
///
/// @param body what becomes the JSON, or a [Text] that is written as it is
/// @param headers more than the ones every answer has
public record Answer(int status, Object body, Map<String, String> headers) {
  public Answer {
    headers = Map.copyOf(headers);
  }

  public Answer(int status, Object body) {
    this(status, body, Map.of());
  }

  /// An answer in plain text.
  public static Answer text(int status, String text) {
    return new Answer(status, new Text("text/plain; charset=utf-8", text));
  }

  /// A body that is written as it is.
  public record Text(String contentType, String text) {}

  /// The same with one more header.
  public Answer with(String header, String value) {
    var more = new HashMap<>(headers);
    more.put(header, value);
    return new Answer(status, body, more);
  }
}
