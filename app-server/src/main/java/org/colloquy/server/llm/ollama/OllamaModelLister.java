package org.colloquy.server.llm.ollama;

import java.util.List;
import org.colloquy.model.Provider;
import org.colloquy.server.core.provider.ListedModel;
import org.colloquy.server.core.provider.ModelLister;
import org.colloquy.server.core.provider.Secret;
import org.colloquy.server.llm.http.HttpConnections;
import org.colloquy.server.llm.wire.ModelList;
import org.jspecify.annotations.Nullable;

/// Asks an Ollama which models it has.
public final class OllamaModelLister implements ModelLister {
  private final ModelList models;

  public OllamaModelLister(HttpConnections connections) {
    this.models = new ModelList(connections);
  }

  @Override
  public List<ListedModel> list(Provider provider, @Nullable Secret key) {
    return models
        .ask(Ollama.endpoint(provider, key), "/tags", "models")
        .map(model -> model.path("name").asText())
        .filter(name -> !name.isBlank())
        .distinct()
        .map(ListedModel::new)
        .toList();
  }
}
