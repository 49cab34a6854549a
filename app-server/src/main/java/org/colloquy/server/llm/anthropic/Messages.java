package org.colloquy.server.llm.anthropic;

import java.util.Optional;
import java.util.regex.Pattern;
import org.colloquy.server.core.turn.Prompt;
import org.colloquy.server.llm.http.HttpCall;
import org.colloquy.server.llm.wire.AnswerReader;
import org.colloquy.server.llm.wire.Endpoint;
import org.colloquy.server.llm.wire.GrowingReply;
import org.colloquy.server.llm.wire.Keepsakes;
import org.colloquy.server.llm.wire.Language;

/// Anthropic's messages, version 2023-06-01.
///
/// @param thoughts the signed thoughts before each round of calls, which are wanted back with the
///   results
/// @param mostTokens the limit of tokens when nobody sets one: there must be one
public record Messages(Keepsakes thoughts, int mostTokens) implements Language {
  private static final int USUAL_LIMIT = 32_000;
  private static final Pattern TOO_MANY = Pattern.compile("max_tokens: \\d+ > (\\d{1,6})\\b");

  /// The language for one turn.
  public Messages() {
    this(new Keepsakes(), USUAL_LIMIT);
  }

  @Override
  public Framing framing() {
    return Framing.EVENTS;
  }

  @Override
  public HttpCall request(Prompt prompt, Endpoint endpoint) {
    return endpoint.post(
        "/messages", "text/event-stream", new MessagesRequest(prompt, this).written());
  }

  @Override
  public AnswerReader reader(GrowingReply reply) {
    return new MessagesReader(reply, thoughts);
  }

  /// Older models write less than others; the refusal says how much.
  @Override
  public Optional<Language> without(String refusal) {
    var most = TOO_MANY.matcher(refusal);
    return most.find() && Integer.parseInt(most.group(1)) < mostTokens
        ? Optional.of(new Messages(thoughts, Integer.parseInt(most.group(1))))
        : Optional.empty();
  }
}
