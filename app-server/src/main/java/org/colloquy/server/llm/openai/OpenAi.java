package org.colloquy.server.llm.openai;

import java.util.Map;
import org.colloquy.model.Provider;
import org.colloquy.server.core.provider.Secret;
import org.colloquy.server.llm.wire.Endpoint;
import org.colloquy.server.llm.wire.Endpoint.KeyHeader;
import org.jspecify.annotations.Nullable;

/// Where and as whom a provider is asked that speaks one of OpenAI's APIs.
public final class OpenAi {
  private static final KeyHeader AZURE_KEY = new KeyHeader("api-key", "");

  private OpenAi() {}

  /// Where a provider is asked with this key.
  ///
  /// @param key null when the provider is asked without one
  public static Endpoint endpoint(Provider provider, @Nullable Secret key) {
    var header = Azure.at(provider.address()).isPresent() ? AZURE_KEY : KeyHeader.BEARER;
    return new Endpoint(provider, key, header, Map.of());
  }
}
