package org.colloquy.server.config;

import java.net.URI;
import org.colloquy.server.core.provider.Secret;
import org.jspecify.annotations.Nullable;

/// How the internet is searched.
///
/// @param address where the engine is reached; null for where it usually is. SEARXNG has none
///   unless it is said
/// @param key for the engine; TAVILY and BRAVE want one
public record SearchConfig(Engine engine, @Nullable URI address, @Nullable Secret key) {
  /// Without any setup.
  public static final SearchConfig USUAL = new SearchConfig(Engine.DUCKDUCKGO, null, null);

  /// Who searches.
  public enum Engine {
    DUCKDUCKGO,
    SEARXNG,
    TAVILY,
    BRAVE,
    /// Nobody; no question leaves for a search.
    NONE
  }
}
