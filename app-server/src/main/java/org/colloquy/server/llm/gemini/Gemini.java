package org.colloquy.server.llm.gemini;

import java.util.Map;
import org.colloquy.model.Provider;
import org.colloquy.server.core.provider.Secret;
import org.colloquy.server.llm.wire.Endpoint;
import org.colloquy.server.llm.wire.Endpoint.KeyHeader;
import org.jspecify.annotations.Nullable;

/// Where and as whom Google is asked.
public final class Gemini {
  private static final KeyHeader KEY = new KeyHeader("x-goog-api-key", "");

  private Gemini() {}

  /// Where a provider is asked with this key.
  ///
  /// @param key null when the provider is asked without one
  public static Endpoint endpoint(Provider provider, @Nullable Secret key) {
    return new Endpoint(provider, key, KEY, Map.of());
  }
}
