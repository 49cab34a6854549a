package org.colloquy.server.llm.gemini;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.colloquy.server.core.turn.Prompt;
import org.colloquy.server.llm.http.HttpCall;
import org.colloquy.server.llm.wire.AnswerReader;
import org.colloquy.server.llm.wire.Endpoint;
import org.colloquy.server.llm.wire.GrowingReply;
import org.colloquy.server.llm.wire.Keepsakes;
import org.colloquy.server.llm.wire.Language;

/// Google's `streamGenerateContent`, version v1beta.
///
/// @param signatures what calls were signed with, which is wanted back with the results
/// @param thoughts whether thoughts are asked for where the model is known to have some
public record GenerateContent(Keepsakes signatures, boolean thoughts) implements Language {
  private static final Pattern THINKING = Pattern.compile("gemini-(2\\.5|[3-9]).*");
  private static final Pattern NO_THOUGHTS = Pattern.compile("(?i)thinking|thoughts");

  /// The language for one turn.
  public GenerateContent() {
    this(new Keepsakes(), true);
  }

  @Override
  public Framing framing() {
    return Framing.EVENTS;
  }

  @Override
  public HttpCall request(Prompt prompt, Endpoint endpoint) {
    var model = URLEncoder.encode(prompt.model(), StandardCharsets.UTF_8);
    var path = "/models/" + model + ":streamGenerateContent?alt=sse";
    return endpoint.post(path, "text/event-stream", new ContentRequest(prompt, this).written());
  }

  @Override
  public AnswerReader reader(GrowingReply reply) {
    return new ContentReader(reply, signatures);
  }

  @Override
  public Optional<Language> without(String refusal) {
    return thoughts && NO_THOUGHTS.matcher(refusal).find()
        ? Optional.of(new GenerateContent(signatures, false))
        : Optional.empty();
  }

  /// Whether this model is asked for its thoughts.
  boolean asksThoughts(String model) {
    return thoughts && THINKING.matcher(model).matches();
  }
}
