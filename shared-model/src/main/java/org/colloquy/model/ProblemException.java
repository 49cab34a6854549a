package org.colloquy.model;

/// Carries a [Problem] up to the face that renders it.
public final class ProblemException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  public ProblemException(Problem problem) {
    super(problem.getClass().getSimpleName());
    this.problem = problem;
  }

  public ProblemException(Problem problem, Throwable cause) {
    super(problem.getClass().getSimpleName(), cause);
    this.problem = problem;
  }

  public Problem problem() {
    return problem;
  }
}
