package org.colloquy.server.llm.ollama;

import java.util.Map;
import org.colloquy.model.Provider;
import org.colloquy.server.core.provider.Secret;
import org.colloquy.server.llm.wire.Endpoint;
import org.colloquy.server.llm.wire.Endpoint.KeyHeader;
import org.jspecify.annotations.Nullable;

/// Where and as whom an Ollama is asked.
public final class Ollama {
  private Ollama() {}

  /// Where a provider is asked with this key.
  ///
  /// @param key null when it is asked without one, as most are
  public static Endpoint endpoint(Provider provider, @Nullable Secret key) {
    return new Endpoint(provider, key, KeyHeader.BEARER, Map.of());
  }
}
