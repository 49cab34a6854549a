package org.colloquy.server.llm.responses;

import java.util.Optional;
import java.util.regex.Pattern;
import org.colloquy.server.core.turn.Prompt;
import org.colloquy.server.llm.http.HttpCall;
import org.colloquy.server.llm.wire.AnswerReader;
import org.colloquy.server.llm.wire.Endpoint;
import org.colloquy.server.llm.wire.GrowingReply;
import org.colloquy.server.llm.wire.Keepsakes;
import org.colloquy.server.llm.wire.Language;

/// OpenAI's responses. Nothing is stored there: the whole talk goes along each time.
///
/// @param thoughts the sealed thoughts before each round of calls, which are wanted back with the
///   results
/// @param summaries whether summaries of thoughts are asked for, which not every account may have
/// @param strict whether answers that fit a schema are enforced, which not every schema allows
public record Responses(Keepsakes thoughts, boolean summaries, boolean strict) implements Language {
  private static final Pattern REASONING = Pattern.compile("(?i)(.*/)?(o\\d|gpt-5|gpt-oss).*");

  /// The language for one turn.
  public Responses() {
    this(new Keepsakes(), true, true);
  }

  @Override
  public Framing framing() {
    return Framing.EVENTS;
  }

  @Override
  public HttpCall request(Prompt prompt, Endpoint endpoint) {
    return endpoint.post(
        "/responses", "text/event-stream", new ResponsesRequest(prompt, this).written());
  }

  @Override
  public AnswerReader reader(GrowingReply reply) {
    return new ResponsesReader(reply, thoughts);
  }

  @Override
  public Optional<Language> without(String refusal) {
    if (summaries && refusal.contains("summar")) {
      return Optional.of(new Responses(thoughts, false, strict));
    }
    if (strict && refusal.contains("text.format")) {
      return Optional.of(new Responses(thoughts, summaries, false));
    }
    return Optional.empty();
  }

  /// Whether this model is known to think; others refuse to be asked about it.
  static boolean thinks(String model) {
    return REASONING.matcher(model).matches();
  }
}
