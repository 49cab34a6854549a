package org.colloquy.server.core.embedding;

import java.util.List;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;

/// No model for meanings, as on a computer where it cannot be run.
public record NoEmbedder() implements TextEmbedder {
  @Override
  public String model() {
    return "none";
  }

  @Override
  public boolean isReady() {
    return false;
  }

  @Override
  public List<float[]> embed(List<String> texts) {
    throw new ProblemException(new Problem.Unavailable("There is no model for meanings."));
  }
}
