package org.colloquy.server.llm;

import java.util.List;
import org.colloquy.model.Provider;
import org.colloquy.server.core.provider.ListedModel;
import org.colloquy.server.core.provider.ModelLister;
import org.colloquy.server.core.provider.Secret;
import org.colloquy.server.llm.anthropic.AnthropicModelLister;
import org.colloquy.server.llm.gemini.GeminiModelLister;
import org.colloquy.server.llm.gguf.GgufModelLister;
import org.colloquy.server.llm.http.HttpConnections;
import org.colloquy.server.llm.ollama.OllamaModelLister;
import org.colloquy.server.llm.openai.OpenAiModelLister;
import org.jspecify.annotations.Nullable;

/// Lists models in the language of the provider; the built-in one has what it has.
public final class ProviderModelLister implements ModelLister {
  private final OpenAiModelLister openAi;
  private final AnthropicModelLister anthropic;
  private final GeminiModelLister gemini;
  private final OllamaModelLister ollama;
  private final GgufModelLister gguf = new GgufModelLister();

  public ProviderModelLister(HttpConnections connections) {
    this.openAi = new OpenAiModelLister(connections);
    this.anthropic = new AnthropicModelLister(connections);
    this.gemini = new GeminiModelLister(connections);
    this.ollama = new OllamaModelLister(connections);
  }

  @Override
  public List<ListedModel> list(Provider provider, @Nullable Secret key) {
    return switch (provider.kind()) {
      case LOCAL -> provider.models().stream().map(model -> new ListedModel(model.name())).toList();
      case OPENAI_CHAT, OPENAI_RESPONSES -> openAi.list(provider, key);
      case ANTHROPIC -> anthropic.list(provider, key);
      case GEMINI -> gemini.list(provider, key);
      case OLLAMA -> ollama.list(provider, key);
      case GGUF -> gguf.list(provider, key);
    };
  }
}
