package org.colloquy.server.llm;

import org.colloquy.model.Provider;
import org.colloquy.server.core.embedding.TextEmbedder;
import org.colloquy.server.core.identity.Caller;
import org.colloquy.server.core.provider.Secret;
import org.colloquy.server.core.turn.ChatModel;
import org.colloquy.server.core.turn.ChatModels;
import org.colloquy.server.llm.anthropic.Anthropic;
import org.colloquy.server.llm.anthropic.Messages;
import org.colloquy.server.llm.gemini.Gemini;
import org.colloquy.server.llm.gemini.GenerateContent;
import org.colloquy.server.llm.gguf.GgufChatModel;
import org.colloquy.server.llm.gguf.GgufRuntime;
import org.colloquy.server.llm.http.HttpConnections;
import org.colloquy.server.llm.local.LocalChatModel;
import org.colloquy.server.llm.local.OwnTexts;
import org.colloquy.server.llm.ollama.Ollama;
import org.colloquy.server.llm.ollama.OllamaChat;
import org.colloquy.server.llm.openai.ChatCompletions;
import org.colloquy.server.llm.openai.OpenAi;
import org.colloquy.server.llm.responses.Responses;
import org.colloquy.server.llm.wire.Endpoint;
import org.colloquy.server.llm.wire.Language;
import org.colloquy.server.llm.wire.Retries;
import org.colloquy.server.llm.wire.WireChatModel;
import org.jspecify.annotations.Nullable;

/// Knows which adapter speaks a provider's language.
public final class ProviderChatModels implements ChatModels {
  private final HttpConnections connections;
  private final Retries retries;
  private final OwnTexts texts;
  private final TextEmbedder embedder;
  private final GgufRuntime gguf;

  public ProviderChatModels(
      HttpConnections connections,
      Retries retries,
      OwnTexts texts,
      TextEmbedder embedder,
      GgufRuntime gguf) {
    this.connections = connections;
    this.retries = retries;
    this.texts = texts;
    this.embedder = embedder;
    this.gguf = gguf;
  }

  @Override
  public ChatModel open(Caller caller, Provider provider, @Nullable Secret key) {
    return switch (provider.kind()) {
      case GGUF -> new GgufChatModel(gguf, provider);
      case LOCAL -> new LocalChatModel(texts, embedder, caller.account(), provider.name());
      case OPENAI_CHAT -> asked(OpenAi.endpoint(provider, key), ChatCompletions.of(provider));
      case OPENAI_RESPONSES -> asked(OpenAi.endpoint(provider, key), new Responses());
      case ANTHROPIC -> asked(Anthropic.endpoint(provider, key), new Messages());
      case GEMINI -> asked(Gemini.endpoint(provider, key), new GenerateContent());
      case OLLAMA -> asked(Ollama.endpoint(provider, key), new OllamaChat());
    };
  }

  private ChatModel asked(Endpoint endpoint, Language language) {
    return new WireChatModel(connections, retries, endpoint, language);
  }
}
