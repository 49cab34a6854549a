package org.colloquy.server.core.provider;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Providers that people are likely to have a key for, or to run themselves.
public final class KnownProviders {
  /// One of them.
  ///
  /// @param keyPage where a person gets a key; empty when none is needed
  public record KnownProvider(String name, String address, String keyPage) {}

  /// The provider that everybody sees from the start, beside the built-in one.
  public static final KnownProvider OPENAI =
      new KnownProvider(
          "OpenAI", "https://api.openai.com/v1", "https://platform.openai.com/api-keys");

  /// What is offered when somebody adds a provider, in this order.
  public static final List<KnownProvider> ALL =
      List.of(
          OPENAI,
          new KnownProvider(
              "Mistral", "https://api.mistral.ai/v1", "https://console.mistral.ai/api-keys"),
          new KnownProvider(
              "Groq", "https://api.groq.com/openai/v1", "https://console.groq.com/keys"),
          new KnownProvider(
              "DeepSeek", "https://api.deepseek.com/v1", "https://platform.deepseek.com/api_keys"),
          new KnownProvider(
              "OpenRouter", "https://openrouter.ai/api/v1", "https://openrouter.ai/settings/keys"),
          new KnownProvider(
              "Together",
              "https://api.together.xyz/v1",
              "https://api.together.ai/settings/api-keys"),
          new KnownProvider("Ollama on this computer", "http://localhost:11434/v1", ""),
          new KnownProvider("LM Studio on this computer", "http://localhost:1234/v1", ""),
          new KnownProvider("llama.cpp on this computer", "http://localhost:8080/v1", ""),
          new KnownProvider("vLLM on this computer", "http://localhost:8001/v1", ""));

  /// OpenAI's models until its own list is fetched with a key, as name and title.
  static final Map<String, String> OPENAI_MODELS = openAiModels();

  private KnownProviders() {}

  /// The title of a model that is known by name, else its name.
  static String titleOf(String model) {
    return OPENAI_MODELS.getOrDefault(model, model);
  }

  private static Map<String, String> openAiModels() {
    var models = new LinkedHashMap<String, String>();
    models.put("gpt-4o", "GPT-4o");
    models.put("gpt-4o-mini", "GPT-4o mini");
    models.put("o1-preview", "OpenAI o1-preview");
    models.put("o1-mini", "OpenAI o1-mini");
    models.put("gpt-4-turbo", "GPT-4 Turbo");
    models.put("gpt-4", "GPT-4");
    models.put("gpt-3.5-turbo", "GPT-3.5 Turbo");
    return Collections.unmodifiableMap(models);
  }
}
