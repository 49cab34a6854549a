package org.colloquy.server.llm.anthropic;

import java.util.Map;
import org.colloquy.model.Provider;
import org.colloquy.server.core.provider.Secret;
import org.colloquy.server.llm.wire.Endpoint;
import org.colloquy.server.llm.wire.Endpoint.KeyHeader;
import org.jspecify.annotations.Nullable;

/// Where and as whom Anthropic is asked.
public final class Anthropic {
  private static final KeyHeader KEY = new KeyHeader("x-api-key", "");
  private static final Map<String, String> VERSION = Map.of("anthropic-version", "2023-06-01");

  private Anthropic() {}

  /// Where a provider is asked with this key.
  ///
  /// @param key null when the provider is asked without one
  public static Endpoint endpoint(Provider provider, @Nullable Secret key) {
    return new Endpoint(provider, key, KEY, VERSION);
  }
}
