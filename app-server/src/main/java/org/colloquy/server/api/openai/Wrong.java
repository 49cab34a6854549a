package org.colloquy.server.api.openai;

import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;

/// What is wrong with a field, by the client's name for it.
final class Wrong {
  private Wrong() {}

  static ProblemException with(String field, String why) {
    return new ProblemException(new Problem.Invalid(field, why));
  }

  static ProblemException missing(String field) {
    return with(field, "This field is required.");
  }
}
