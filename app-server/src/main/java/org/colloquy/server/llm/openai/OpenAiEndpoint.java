package org.colloquy.server.llm.openai;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashMap;
import java.util.Map;
import org.colloquy.model.Provider;
import org.colloquy.server.core.provider.Secret;
import org.colloquy.server.llm.http.HttpCall;
import org.jspecify.annotations.Nullable;

/// Where and as whom a provider is asked.
final class OpenAiEndpoint {
  private final Provider provider;
  private final @Nullable Secret key;
  private final ProviderFailures failures;

  OpenAiEndpoint(Provider provider, @Nullable Secret key) {
    this.provider = provider;
    this.key = key;
    this.failures = new ProviderFailures(provider.name(), key);
  }

  ProviderFailures failures() {
    return failures;
  }

  HttpCall get(String path) {
    return HttpCall.get(target(path), headers("application/json"));
  }

  HttpCall post(String path, byte[] json) {
    var headers = headers("text/event-stream");
    headers.put("Content-Type", "application/json");
    return HttpCall.post(target(path), headers, json);
  }

  private URI target(String path) {
    try {
      return new URI(provider.address() + path);
    } catch (URISyntaxException _) {
      throw failures.noAddress();
    }
  }

  private Map<String, String> headers(String accept) {
    var headers = new HashMap<String, String>();
    headers.put("User-Agent", "Colloquy");
    headers.put("Accept", accept);
    if (key != null) {
      headers.put("Authorization", "Bearer " + sendable(key.reveal().strip()));
    }
    return headers;
  }

  /// Keys are pasted; one with other characters than these is not one.
  private String sendable(String text) {
    if (text.isEmpty() || !text.chars().allMatch(c -> c > ' ' && c <= '~')) {
      throw failures.unsendableKey();
    }
    return text;
  }
}
