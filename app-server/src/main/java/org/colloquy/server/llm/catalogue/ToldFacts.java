package org.colloquy.server.llm.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import org.colloquy.model.Ability;
import org.colloquy.model.ModelFacts;
import org.colloquy.model.ModelPrice;
import org.jspecify.annotations.Nullable;

/// Reads what a provider's own list says of a model. Each has its own words for the same; none
/// means two things by the same word, so all are looked for everywhere.
public final class ToldFacts {
  private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

  private static final int MOST_DIGITS = 30;

  private ToldFacts() {}

  public static ModelFacts of(JsonNode model) {
    return new ModelFacts(
        contextWindow(model), longestAnswer(model), abilities(model), price(model));
  }

  private static @Nullable Integer contextWindow(JsonNode model) {
    return first(
        model.path("context_length"), // OpenRouter, Together
        model.path("max_context_length"), // Mistral, LM Studio
        model.path("context_window"), // Groq
        model.path("max_model_len"), // vLLM
        model.path("inputTokenLimit"), // Gemini
        model.path("meta").path("n_ctx_train"), // llama.cpp
        ollama(model.path("model_info")));
  }

  private static JsonNode ollama(JsonNode info) {
    return info.path(info.path("general.architecture").asText() + ".context_length");
  }

  private static @Nullable Integer longestAnswer(JsonNode model) {
    return first(
        model.path("top_provider").path("max_completion_tokens"), // OpenRouter
        model.path("max_completion_tokens"), // Groq
        model.path("outputTokenLimit")); // Gemini
  }

  private static @Nullable Integer first(JsonNode... told) {
    return Stream.of(told)
        .filter(json -> json.isInt() && json.intValue() > 0)
        .map(JsonNode::intValue)
        .findFirst()
        .orElse(null);
  }

  private static @Nullable Set<Ability> abilities(JsonNode model) {
    var told = EnumSet.noneOf(Ability.class);
    openRouter(model, told);
    mistral(model.path("capabilities"), told);
    words(model.path("capabilities"), told);
    kind(model.path("type").asText(), told);
    return told.isEmpty() ? null : told;
  }

  private static void openRouter(JsonNode model, Set<Ability> told) {
    var modalities = model.path("architecture");
    if (has(modalities.path("output_modalities"), "text")) {
      told.add(Ability.TEXT);
      add(told, Ability.IMAGES, has(modalities.path("input_modalities"), "image"));
      add(told, Ability.TOOLS, has(model.path("supported_parameters"), "tools"));
      add(told, Ability.REASONING, has(model.path("supported_parameters"), "reasoning"));
    }
  }

  private static void mistral(JsonNode capabilities, Set<Ability> told) {
    add(told, Ability.TEXT, capabilities.path("completion_chat").asBoolean());
    add(told, Ability.IMAGES, capabilities.path("vision").asBoolean());
    add(told, Ability.TOOLS, capabilities.path("function_calling").asBoolean());
  }

  /// Ollama's and LM Studio's words.
  private static void words(JsonNode capabilities, Set<Ability> told) {
    add(told, Ability.TEXT, has(capabilities, "completion"));
    add(told, Ability.IMAGES, has(capabilities, "vision"));
    add(told, Ability.TOOLS, has(capabilities, "tools") || has(capabilities, "tool_use"));
    add(told, Ability.REASONING, has(capabilities, "thinking"));
    add(told, Ability.EMBEDDINGS, has(capabilities, "embedding"));
  }

  /// LM Studio's and Together's words.
  private static void kind(String kind, Set<Ability> told) {
    add(told, Ability.TEXT, Set.of("llm", "vlm", "chat", "language").contains(kind));
    add(told, Ability.IMAGES, kind.equals("vlm"));
    add(told, Ability.EMBEDDINGS, Set.of("embeddings", "embedding").contains(kind));
  }

  private static void add(Set<Ability> told, Ability ability, boolean able) {
    if (able) {
      told.add(ability);
    }
  }

  private static boolean has(JsonNode list, String word) {
    for (var each : list) {
      if (each.asText().equals(word)) {
        return true;
      }
    }
    return false;
  }

  /// OpenRouter tells dollars for a token, as text; a price below 0 means that it varies.
  private static @Nullable ModelPrice price(JsonNode model) {
    var pricing = model.path("pricing");
    var input = pricing.path("prompt");
    var output = pricing.path("completion");
    if (!input.isTextual() || !output.isTextual()) {
      return null;
    }
    try {
      var price =
          new ModelPrice(
              millionths(input),
              millionths(output),
              millionthsOrNull(pricing.path("input_cache_read")),
              millionthsOrNull(pricing.path("input_cache_write")));
      return price.input() < 0 || price.output() < 0 ? null : price;
    } catch (ArithmeticException | NumberFormatException _) {
      return null;
    }
  }

  private static @Nullable Long millionthsOrNull(JsonNode dollarsForAToken) {
    var told = dollarsForAToken.isTextual() ? millionths(dollarsForAToken) : -1;
    return told < 0 ? null : told;
  }

  private static long millionths(JsonNode dollarsForAToken) {
    var dollars = new BigDecimal(dollarsForAToken.asText());
    if (Math.abs(dollars.scale()) > MOST_DIGITS) {
      throw new ArithmeticException("not a price");
    }
    return dollars
        .multiply(MILLION)
        .multiply(MILLION)
        .setScale(0, RoundingMode.HALF_UP)
        .longValueExact();
  }
}
