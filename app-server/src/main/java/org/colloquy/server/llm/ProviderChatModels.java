package org.colloquy.server.llm;

import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.model.Provider;
import org.colloquy.server.core.conversation.MessageStore;
import org.colloquy.server.core.identity.Caller;
import org.colloquy.server.core.provider.Secret;
import org.colloquy.server.core.turn.ChatModel;
import org.colloquy.server.core.turn.ChatModels;
import org.colloquy.server.llm.http.HttpConnections;
import org.colloquy.server.llm.local.LocalChatModel;
import org.colloquy.server.llm.openai.ChatCompletions;
import org.colloquy.server.llm.openai.OpenAi;
import org.colloquy.server.llm.wire.Endpoint;
import org.colloquy.server.llm.wire.Language;
import org.colloquy.server.llm.wire.Retries;
import org.colloquy.server.llm.wire.WireChatModel;
import org.jspecify.annotations.Nullable;

/// Knows which adapter speaks a provider's language.
public final class ProviderChatModels implements ChatModels {
  private final HttpConnections connections;
  private final Retries retries;
  private final MessageStore messages;

  public ProviderChatModels(HttpConnections connections, Retries retries, MessageStore messages) {
    this.connections = connections;
    this.retries = retries;
    this.messages = messages;
  }

  @Override
  public ChatModel open(Caller caller, Provider provider, @Nullable Secret key) {
    return switch (provider.kind()) {
      case LOCAL -> new LocalChatModel(messages, caller.account(), provider.name());
      case OPENAI_CHAT -> asked(OpenAi.endpoint(provider, key), ChatCompletions.of(provider));
      case OPENAI_RESPONSES, ANTHROPIC, GEMINI, OLLAMA ->
          throw new ProblemException(
              new Problem.Unavailable("This language is not spoken here yet."));
    };
  }

  private ChatModel asked(Endpoint endpoint, Language language) {
    return new WireChatModel(connections, retries, endpoint, language);
  }
}
