package org.colloquy.server.llm.openai;

import java.util.Optional;
import java.util.regex.Pattern;
import org.colloquy.model.Provider;
import org.colloquy.server.core.turn.Prompt;
import org.colloquy.server.llm.http.HttpCall;
import org.colloquy.server.llm.wire.AnswerReader;
import org.colloquy.server.llm.wire.Endpoint;
import org.colloquy.server.llm.wire.GrowingReply;
import org.colloquy.server.llm.wire.Language;

/// OpenAI's chat completions, spoken by many servers.
///
/// @param path where they are, with its query
/// @param usage whether the usage is asked for, which older servers do not know
/// @param limit which name the limit of tokens has
/// @param strict whether answers that fit a schema are enforced, which not every schema allows
public record ChatCompletions(String path, boolean usage, Limit limit, boolean strict)
    implements Language {
  /// What the limit of tokens is called.
  enum Limit {
    /// By the model's name: models that reason want the new name, other servers know the old one.
    BY_MODEL(""),
    OLD("max_tokens"),
    NEW("max_completion_tokens");

    private static final Pattern REASONING = Pattern.compile("(?i)(.*/)?(o\\d|gpt-5).*");

    private final String word;

    Limit(String word) {
      this.word = word;
    }

    /// Its name for this model.
    String nameFor(String model) {
      return this == BY_MODEL ? (REASONING.matcher(model).matches() ? NEW : OLD).word : word;
    }
  }

  /// As this provider speaks them.
  public static ChatCompletions of(Provider provider) {
    var query = Azure.at(provider.address()).map(Azure::query).orElse("");
    return new ChatCompletions("/chat/completions" + query, true, Limit.BY_MODEL, true);
  }

  @Override
  public Framing framing() {
    return Framing.EVENTS;
  }

  @Override
  public HttpCall request(Prompt prompt, Endpoint endpoint) {
    return endpoint.post(path, "text/event-stream", new ChatRequest(prompt, this).written());
  }

  @Override
  public AnswerReader reader(GrowingReply reply) {
    return new ChunkReader(reply);
  }

  @Override
  public Optional<Language> without(String refusal) {
    if (usage && refusal.contains("stream_options")) {
      return Optional.of(new ChatCompletions(path, false, limit, strict));
    }
    if (limit == Limit.BY_MODEL && refusal.contains(Limit.NEW.word)) {
      // It is named both when it is missed and when it is not known.
      var other = refusal.contains("'" + Limit.OLD.word + "'") ? Limit.NEW : Limit.OLD;
      return Optional.of(new ChatCompletions(path, usage, other, strict));
    }
    if (strict && refusal.contains("response_format")) {
      return Optional.of(new ChatCompletions(path, usage, limit, false));
    }
    return Optional.empty();
  }
}
