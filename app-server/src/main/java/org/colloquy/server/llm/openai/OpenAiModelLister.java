package org.colloquy.server.llm.openai;

import java.util.List;
import org.colloquy.model.Provider;
import org.colloquy.server.core.provider.ListedModel;
import org.colloquy.server.core.provider.ModelLister;
import org.colloquy.server.core.provider.Secret;
import org.colloquy.server.llm.http.HttpConnections;
import org.colloquy.server.llm.wire.ModelList;
import org.jspecify.annotations.Nullable;

/// Asks a provider that speaks OpenAI's API which models it has.
public final class OpenAiModelLister implements ModelLister {
  private final ModelList models;

  public OpenAiModelLister(HttpConnections connections) {
    this.models = new ModelList(connections);
  }

  @Override
  public List<ListedModel> list(Provider provider, @Nullable Secret key) {
    var azure = Azure.at(provider.address());
    if (azure.isPresent() && azure.get().deployment().isPresent()) {
      return List.of(new ListedModel(azure.get().deployment().get()));
    }
    return models
        .ask(OpenAi.endpoint(provider, key), "/models", "data")
        .map(model -> model.path("id").asText())
        .filter(name -> !name.isBlank())
        .distinct()
        .map(ListedModel::new)
        .toList();
  }
}
