package org.colloquy.server.llm.ollama;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.colloquy.model.Ability;
import org.colloquy.model.ModelFacts;
import org.colloquy.model.Provider;
import org.colloquy.model.ProviderId;
import org.colloquy.model.ProviderKind;
import org.colloquy.server.core.provider.ListedModel;
import org.colloquy.server.llm.ScriptedProvider;
import org.colloquy.server.llm.http.HttpConnections;
import org.colloquy.server.llm.http.TimeLimits;
import org.colloquy.server.outbound.Ways;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OllamaModelListerTest {
  private final ScriptedProvider ollama = ScriptedProvider.start().modelsAsScripted();
  private final HttpConnections connections =
      new HttpConnections(TimeLimits.USUAL, Ways.anywhere());

  @AfterEach
  void close() {
    connections.close();
    ollama.close();
  }

  private List<ListedModel> list() {
    var provider =
        new Provider(
            new ProviderId(new UUID(0, 1)),
            1,
            null,
            "Ollama",
            ProviderKind.OLLAMA,
            ollama.address(),
            List.of(),
            Instant.EPOCH);
    return new OllamaModelLister(connections).list(provider, null);
  }

  @Test
  void asksEachModelWhatItIs() {
    ollama
        .answers(200, "{\"models\":[{\"name\":\"llama3.2:3b\"},{\"name\":\"gone\"}]}")
        .answers(
            200,
            """
            {"capabilities": ["completion", "tools"],
             "model_info": {"general.architecture": "llama", "llama.context_length": 131072}}
            """)
        .answers(404, "{\"error\":\"model 'gone' not found\"}");

    assertThat(list())
        .containsExactly(
            new ListedModel(
                "llama3.2:3b",
                new ModelFacts(131_072, null, Set.of(Ability.TEXT, Ability.TOOLS), null)),
            new ListedModel("gone"));
    assertThat(ollama.requests().get(1).head()).startsWith("POST /v1/show ");
    assertThat(ollama.requests().get(1).body()).isEqualTo("{\"model\":\"llama3.2:3b\"}");
  }
}
