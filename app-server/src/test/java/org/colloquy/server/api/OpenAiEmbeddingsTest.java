package org.colloquy.server.api;

import java.util.List;
import java.util.Set;
import org.colloquy.server.CountingIds;
import org.colloquy.server.TestCore;
import org.colloquy.server.api.openai.CompletionRoutes;
import org.colloquy.server.api.openai.EmbeddingRoutes;
import org.colloquy.server.api.openai.ModelRoutes;
import org.colloquy.server.api.openai.OpenAiFace;
import org.colloquy.server.core.embedding.Embeddings;
import org.colloquy.server.core.turn.ScriptedChatModel;
import org.colloquy.server.http.HttpServer;
import org.colloquy.server.http.HttpSettings;
import org.colloquy.server.retrieval.LazyEmbedder;
import org.junit.jupiter.api.Test;

/// Vectors by the model in this program, as OpenAI's own library asks for them.
class OpenAiEmbeddingsTest {
  @Test
  void openaiGetsVectorsOfMeanings() {
    try (var test = TestCore.with(ScriptedChatModel.saying("x"))) {
      var embeddings = new Embeddings(new LazyEmbedder());
      var core = test.core();
      var face =
          OpenAiFace.of(
              _ -> test.owner(),
              new ModelRoutes(core.models(), embeddings),
              new CompletionRoutes(core.completions()),
              new EmbeddingRoutes(embeddings));
      var settings = HttpSettings.loopback(0, Set.of(), Set.of());
      try (var server = HttpServer.start(settings, List.of(face), new CountingIds(), _ -> {})) {
        NodeScripts.run(
            "openai-embeddings.mjs", server.port(), _ -> {}, "colloquy/" + embeddings.model());
      }
    }
  }
}
