package org.colloquy.server.http;

import org.colloquy.model.Problem;

/// How a face says what went wrong.
public interface ProblemRenderer {
  /// A planned failure of the core.
  Answer answer(Problem problem);

  /// A request that did not get as far as the core.
  Answer answer(RequestFault fault);
}
