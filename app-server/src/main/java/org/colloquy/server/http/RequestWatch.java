package org.colloquy.server.http;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/// Is told of every request, on the thread that answers it.
@FunctionalInterface
public interface RequestWatch {
  /// A request that was answered, or whose answer was cut off.
  ///
  /// @param face whom it was meant for; `none` when nobody has such a path
  /// @param method its method; `other` for one that HTTP does not name
  /// @param route the path in the face's table, such as `/api/conversations/{id}`; empty when
  ///   nobody has such a path
  /// @param status what was answered
  /// @param took from the request to the end of the answer
  record Answered(String face, String method, String route, int status, Duration took) {}

  /// A request has come.
  ///
  /// @param headers finds one by its name
  default void begun(Function<String, Optional<String>> headers) {}

  /// Its answer has ended.
  void answered(Answered answered);

  /// Both are told: this one first of the beginning, and last of the end.
  default RequestWatch around(RequestWatch other) {
    var outer = this;
    return new RequestWatch() {
      @Override
      public void begun(Function<String, Optional<String>> headers) {
        outer.begun(headers);
        other.begun(headers);
      }

      @Override
      public void answered(Answered answered) {
        other.answered(answered);
        outer.answered(answered);
      }
    };
  }
}
