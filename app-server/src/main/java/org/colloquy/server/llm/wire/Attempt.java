package org.colloquy.server.llm.wire;

import org.colloquy.model.Problem.Upstream;
import org.colloquy.model.Problem.UpstreamFault;
import org.colloquy.model.ProblemException;
import org.colloquy.server.core.turn.Reply;

/// What came of asking once.
sealed interface Attempt {
  /// It answered.
  record Answered(Reply reply) implements Attempt {}

  /// It refused before anything of an answer was passed on.
  ///
  /// @param status the HTTP status, or what an error inside the stream stands for
  /// @param after its `Retry-After`; empty when it gave none
  /// @param words all that it said
  /// @param upstream the same in the program's words
  record Refused(int status, String after, String words, Upstream upstream) implements Attempt {
    /// Whether it may be gone when it is asked again.
    boolean mayPass() {
      return upstream.fault() != UpstreamFault.NO_CREDIT;
    }

    ProblemException failure() {
      return new ProblemException(upstream);
    }
  }
}
