package org.colloquy.server.llm.openai;

import com.fasterxml.jackson.databind.JsonNode;
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
  private static final String LM_STUDIO_PLAIN = "/v1";

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
    var told = models.ask(OpenAi.endpoint(provider, key), "/models", "data").toList();
    var more = isLmStudio(provider, told) ? lmStudio(provider, key) : told;
    return ModelList.named(more.stream(), model -> model.path("id").asText());
  }

  private static boolean isLmStudio(Provider provider, List<JsonNode> told) {
    return provider.address().endsWith(LM_STUDIO_PLAIN)
        && !told.isEmpty()
        && told.stream()
            .allMatch(model -> model.path("owned_by").asText().equals("organization_owner"));
  }

  /// LM Studio tells names where OpenAI does, and the rest beside it.
  private List<JsonNode> lmStudio(Provider provider, @Nullable Secret key) {
    var address = provider.address();
    var base = address.substring(0, address.length() - LM_STUDIO_PLAIN.length());
    var beside = OpenAi.endpoint(provider.at(base + "/api/v0"), key);
    return models.ask(beside, "/models", "data").toList();
  }
}
