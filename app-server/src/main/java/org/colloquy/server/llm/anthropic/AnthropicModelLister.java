package org.colloquy.server.llm.anthropic;

import java.util.List;
import org.colloquy.model.Provider;
import org.colloquy.server.core.provider.ListedModel;
import org.colloquy.server.core.provider.ModelLister;
import org.colloquy.server.core.provider.Secret;
import org.colloquy.server.llm.http.HttpConnections;
import org.colloquy.server.llm.wire.ModelList;
import org.jspecify.annotations.Nullable;

/// Asks Anthropic which models it has.
public final class AnthropicModelLister implements ModelLister {
  private final ModelList models;

  public AnthropicModelLister(HttpConnections connections) {
    this.models = new ModelList(connections);
  }

  @Override
  public List<ListedModel> list(Provider provider, @Nullable Secret key) {
    var told = models.ask(Anthropic.endpoint(provider, key), "/models?limit=1000", "data");
    return ModelList.named(told, model -> model.path("id").asText());
  }
}
