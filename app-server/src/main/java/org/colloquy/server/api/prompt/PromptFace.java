package org.colloquy.server.api.prompt;

import org.colloquy.server.http.CallerReader;
import org.colloquy.server.http.Face;
import org.colloquy.server.http.PathTable;

/// The prompt API as one face.
public final class PromptFace {
  private PromptFace() {}

  public static Face of(CallerReader callers, PromptRoutes prompts) {
    var paths = new PathTable();
    prompts.addTo(paths);
    return new Face("prompt", paths, callers, new PromptProblems());
  }
}
