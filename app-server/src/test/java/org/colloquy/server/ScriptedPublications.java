package org.colloquy.server;

import java.util.List;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.server.core.bibliography.Publications;
import org.colloquy.server.core.bibliography.Reference;

/// Knows one publication, and nobody else.
public final class ScriptedPublications implements Publications {
  /// The DOI of what it knows.
  public static final String DOI = "10.1234/known";

  @Override
  public Reference byDoi(String doi) {
    if (!doi.equals(DOI)) {
      throw new ProblemException(new Problem.NotFound("publication"));
    }
    return new Reference(
        "",
        "article-journal",
        "What is Known",
        List.of(new Reference.Author("Knower", "Kay")),
        "2020",
        "Journal of Knowledge",
        "1",
        "2",
        "3-4",
        "",
        DOI,
        "",
        "",
        "");
  }
}
