package org.colloquy.server.llm.openai;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import org.colloquy.model.Usage;
import org.colloquy.server.llm.wire.WireJson;

/// What a chat completion says that it took. Many servers speak this form, and not all of them have
/// the same words for what was in a cache.
final class ToldUsage {
  private int prompt;
  private int completion;
  private int total;
  private int cached;
  private int cacheWritten;
  private int reasoning;

  private ToldUsage() {}

  /// Reads it; the parser stands at the object's start.
  static Usage read(JsonParser json) throws IOException {
    var told = new ToldUsage();
    WireJson.eachField(json, field -> told.read(field, json));
    return told.usage();
  }

  private void read(String field, JsonParser json) throws IOException {
    switch (field) {
      case "prompt_tokens" -> prompt = WireJson.figure(json);
      case "completion_tokens" -> completion = WireJson.figure(json);
      case "total_tokens" -> total = WireJson.figure(json);
      case "prompt_cache_hit_tokens" -> cached = larger(cached, json); // DeepSeek
      case "prompt_tokens_details" -> WireJson.eachField(json, inner -> readPrompt(inner, json));
      case "completion_tokens_details" ->
          WireJson.eachField(json, inner -> readCompletion(inner, json));
      default -> {}
    }
  }

  private void readPrompt(String field, JsonParser json) throws IOException {
    switch (field) {
      case "cached_tokens" -> cached = larger(cached, json);
      case "cache_write_tokens" -> cacheWritten = WireJson.figure(json);
      default -> {}
    }
  }

  private void readCompletion(String field, JsonParser json) throws IOException {
    if (field.equals("reasoning_tokens")) {
      reasoning = WireJson.figure(json);
    }
  }

  private static int larger(int one, JsonParser json) throws IOException {
    return Math.max(one, WireJson.figure(json));
  }

  /// For most, thoughts are part of the completion. For xAI they stand beside it, as the total
  /// shows.
  private Usage usage() {
    boolean beside = reasoning > 0 && (long) prompt + completion + reasoning == total;
    return new Usage(
        prompt, beside ? completion + reasoning : completion, cached, cacheWritten, reasoning);
  }
}
