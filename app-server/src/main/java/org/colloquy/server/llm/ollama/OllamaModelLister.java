package org.colloquy.server.llm.ollama;

import java.util.List;
import org.colloquy.model.Provider;
import org.colloquy.server.core.provider.ListedModel;
import org.colloquy.server.core.provider.ModelLister;
import org.colloquy.server.core.provider.Secret;
import org.colloquy.server.llm.catalogue.ToldFacts;
import org.colloquy.server.llm.http.HttpConnections;
import org.colloquy.server.llm.wire.Endpoint;
import org.colloquy.server.llm.wire.ModelList;
import org.colloquy.server.llm.wire.WireJson;
import org.jspecify.annotations.Nullable;

/// Asks an Ollama which models it has.
public final class OllamaModelLister implements ModelLister {
  private final ModelList models;

  public OllamaModelLister(HttpConnections connections) {
    this.models = new ModelList(connections);
  }

  @Override
  public List<ListedModel> list(Provider provider, @Nullable Secret key) {
    var endpoint = Ollama.endpoint(provider, key);
    var told = models.ask(endpoint, "/tags", "models");
    return ModelList.named(told, model -> model.path("name").asText()).stream()
        .map(model -> asked(endpoint, model))
        .toList();
  }

  /// The list tells names, and each model what it is.
  private ListedModel asked(Endpoint endpoint, ListedModel model) {
    var question = WireJson.object(json -> json.writeStringField("model", model.name()));
    return new ListedModel(model.name(), ToldFacts.of(models.tell(endpoint, "/show", question)));
  }
}
