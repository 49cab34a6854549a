package org.colloquy.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;

/// Reads the problem out of a call that fails.
public final class Problems {
  private Problems() {}

  /// The problem that the call throws.
  public static Problem of(ThrowingCallable call) {
    var thrown = catchThrowableOfType(ProblemException.class, call);
    assertThat(thrown).as("a planned failure").isNotNull();
    return thrown.problem();
  }
}
