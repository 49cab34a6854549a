package org.colloquy.server.http;

/// What can be wrong with a request before the core hears of it. Each face says it in its own
/// words.
public sealed interface RequestFault {
  /// The path is known, but not with this method.
  record MethodNotAllowed(String method) implements RequestFault {}

  /// The body is of a kind that is not read here.
  record UnsupportedType(String contentType) implements RequestFault {}

  /// The body is not what its content type says.
  ///
  /// @param why what was expected there
  /// @param line from 1
  /// @param column from 1
  /// @param offset from 0, in characters or bytes
  record Malformed(String why, long line, long column, long offset) implements RequestFault {}

  /// The body is JSON, but not an object.
  ///
  /// @param got `list`, `string`, `number`, `boolean` or `null`
  record NotAnObject(String got) implements RequestFault {}
}
