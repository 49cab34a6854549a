package org.colloquy.server.http;

import java.util.function.Predicate;

/// One outside API: its paths, how it learns who is asking, and how it says what went wrong.
///
/// @param claims whether a request to a path that two faces have is meant for this one
public record Face(
    String name,
    PathTable paths,
    CallerReader callers,
    ProblemRenderer problems,
    Predicate<Exchange> claims) {
  /// A face that takes every request to its paths.
  public Face(String name, PathTable paths, CallerReader callers, ProblemRenderer problems) {
    this(name, paths, callers, problems, _ -> true);
  }
}
