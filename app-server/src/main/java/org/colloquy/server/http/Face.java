package org.colloquy.server.http;

import java.util.function.Predicate;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;

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

  /// A face that asks nobody who they are.
  public static Face forEverybody(String name, PathTable paths) {
    return neutral(
        name,
        paths,
        _ -> {
          throw new ProblemException(new Problem.NotSignedIn(Problem.NotSignedIn.Why.MISSING));
        });
  }

  /// A face of our own that has no errors of its own form.
  public static Face neutral(String name, PathTable paths, CallerReader callers) {
    return new Face(name, paths, callers, new NeutralProblems());
  }
}
