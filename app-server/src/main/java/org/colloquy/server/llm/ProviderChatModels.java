package org.colloquy.server.llm;

import org.colloquy.model.Provider;
import org.colloquy.server.core.conversation.MessageStore;
import org.colloquy.server.core.identity.Caller;
import org.colloquy.server.core.provider.Secret;
import org.colloquy.server.core.turn.ChatModel;
import org.colloquy.server.core.turn.ChatModels;
import org.colloquy.server.llm.http.HttpConnections;
import org.colloquy.server.llm.local.LocalChatModel;
import org.colloquy.server.llm.openai.OpenAiChatModel;
import org.colloquy.server.llm.openai.Retries;
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
      case OPENAI_CHAT -> new OpenAiChatModel(connections, retries, provider, key);
    };
  }
}
