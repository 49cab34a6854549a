package org.colloquy.server.llm.gemini;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.StreamSupport;
import org.colloquy.model.Provider;
import org.colloquy.server.core.provider.ListedModel;
import org.colloquy.server.core.provider.ModelLister;
import org.colloquy.server.core.provider.Secret;
import org.colloquy.server.llm.http.HttpConnections;
import org.colloquy.server.llm.wire.ModelList;
import org.jspecify.annotations.Nullable;

/// Asks Google which models it has that one can talk with.
public final class GeminiModelLister implements ModelLister {
  private static final String BEFORE = "models/";

  private final ModelList models;

  public GeminiModelLister(HttpConnections connections) {
    this.models = new ModelList(connections);
  }

  @Override
  public List<ListedModel> list(Provider provider, @Nullable Secret key) {
    var told = models.ask(Gemini.endpoint(provider, key), "/models?pageSize=1000", "models");
    return ModelList.named(told.filter(GeminiModelLister::talks), GeminiModelLister::name);
  }

  private static String name(JsonNode model) {
    var name = model.path("name").asText();
    return name.startsWith(BEFORE) ? name.substring(BEFORE.length()) : name;
  }

  private static boolean talks(JsonNode model) {
    var methods = model.path("supportedGenerationMethods");
    return StreamSupport.stream(methods.spliterator(), false)
        .anyMatch(method -> method.asText().equals("generateContent"));
  }
}
