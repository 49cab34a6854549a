package org.colloquy.server.tool.paper;

import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.server.core.bibliography.Publications;
import org.colloquy.server.core.bibliography.Reference;

/// Nobody is asked, because the owner wants nothing to be sent away.
public final class NoPublications implements Publications {
  @Override
  public Reference byDoi(String doi) {
    throw new ProblemException(
        new Problem.Unavailable(
            "Looking things up in the internet is switched off, so Crossref was not asked."));
  }
}
