package org.colloquy.server.http;

import java.time.Duration;

/// Is told of every request when its answer has ended.
@FunctionalInterface
public interface RequestWatch {
  /// A request was answered, or its answer was cut off.
  ///
  /// @param face whom it was meant for; `none` when nobody has such a path
  /// @param method its method; `other` for one that HTTP does not name
  /// @param status what was answered
  /// @param took from the request to the end of the answer
  void answered(String face, String method, int status, Duration took);
}
