package org.colloquy.server.llm;

import org.colloquy.model.Provider;
import org.colloquy.server.core.conversation.MessageStore;
import org.colloquy.server.core.identity.Caller;
import org.colloquy.server.core.provider.Secret;
import org.colloquy.server.core.turn.ChatModel;
import org.colloquy.server.core.turn.ChatModels;
import org.colloquy.server.llm.http.HttpConnections;
import org.colloquy.server.llm.openai.OpenAiChatModel;
import org.colloquy.server.llm.openai.Retries;
import org.jspecify.annotations.Nullable;

/// Opens each provider in the language it speaks.
public final class ProviderChatModels implements ChatModels {
  private final HttpConnections connections;
  private final Retries retries;

  public ProviderChatModels(HttpConnections connections, Retries retries, MessageStore messages) {
    this.connections = connections;
    this.retries = retries;
  }

  @Override
  public ChatModel open(Caller caller, Provider provider, @Nullable Secret key) {
    return switch (provider.kind()) {
      case LOCAL ->
          (_, listener, _) -> {
            listener.text("not yet");
            throw new IllegalStateException();
          };
      case OPENAI_CHAT -> new OpenAiChatModel(connections, retries, provider, key);
    };
  }
}
