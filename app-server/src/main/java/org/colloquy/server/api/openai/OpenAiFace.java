package org.colloquy.server.api.openai;

import org.colloquy.server.http.CallerReader;
import org.colloquy.server.http.Face;
import org.colloquy.server.http.PathTable;

/// The OpenAI-compatible API as one face.
public final class OpenAiFace {
  private OpenAiFace() {}

  public static Face of(
      CallerReader callers,
      ModelRoutes models,
      CompletionRoutes completions,
      EmbeddingRoutes embeddings) {
    var paths = new PathTable();
    models.addTo(paths);
    completions.addTo(paths);
    embeddings.addTo(paths);
    return new Face("openai", paths, callers, new OpenAiProblems());
  }
}
