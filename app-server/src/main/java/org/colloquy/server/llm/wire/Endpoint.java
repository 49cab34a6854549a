package org.colloquy.server.llm.wire;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashMap;
import java.util.Map;
import org.colloquy.model.Provider;
import org.colloquy.server.core.provider.Secret;
import org.colloquy.server.llm.http.HttpCall;
import org.jspecify.annotations.Nullable;

/// Where and as whom a provider is asked.
public final class Endpoint {
  private final Provider provider;
  private final @Nullable Secret key;
  private final KeyHeader keyHeader;
  private final Map<String, String> headers;
  private final ProviderFailures failures;

  /// The header that carries the key.
  ///
  /// @param before what stands before the key
  public record KeyHeader(String name, String before) {
    /// What most providers want.
    public static final KeyHeader BEARER = new KeyHeader("Authorization", "Bearer ");
  }

  /// @param key null when the provider is asked without one
  /// @param headers more headers for every request
  public Endpoint(
      Provider provider, @Nullable Secret key, KeyHeader keyHeader, Map<String, String> headers) {
    this.provider = provider;
    this.key = key;
    this.keyHeader = keyHeader;
    this.headers = Map.copyOf(headers);
    this.failures = new ProviderFailures(provider.name(), key);
  }

  public ProviderFailures failures() {
    return failures;
  }

  /// A request for something small.
  ///
  /// @param path below the provider's address, with its query
  public HttpCall get(String path) {
    return HttpCall.get(target(path), headers("application/json"));
  }

  /// A request for a stream.
  ///
  /// @param accept the media type of the stream
  public HttpCall post(String path, String accept, byte[] json) {
    var all = headers(accept);
    all.put("Content-Type", "application/json");
    return HttpCall.post(target(path), all, json);
  }

  private URI target(String path) {
    try {
      return new URI(provider.address() + path);
    } catch (URISyntaxException _) {
      throw failures.noAddress();
    }
  }

  private Map<String, String> headers(String accept) {
    var all = new HashMap<>(headers);
    all.put("User-Agent", "Colloquy");
    all.put("Accept", accept);
    if (key != null) {
      all.put(keyHeader.name(), keyHeader.before() + sendable(key.reveal().strip()));
    }
    return all;
  }

  /// Keys are pasted; one with other characters than these is not one.
  private String sendable(String text) {
    if (text.isEmpty() || !text.chars().allMatch(c -> c > ' ' && c <= '~')) {
      throw failures.unsendableKey();
    }
    return text;
  }
}
