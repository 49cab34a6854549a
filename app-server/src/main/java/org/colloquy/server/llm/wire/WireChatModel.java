package org.colloquy.server.llm.wire;

import java.nio.charset.StandardCharsets;
import org.colloquy.server.core.turn.Cancellation;
import org.colloquy.server.core.turn.ChatModel;
import org.colloquy.server.core.turn.Prompt;
import org.colloquy.server.core.turn.Reply;
import org.colloquy.server.core.turn.ReplyListener;
import org.colloquy.server.llm.http.HttpConnections;
import org.colloquy.server.llm.http.WireFailure;

/// A model of a provider, asked in the provider's language. What the provider refused to understand
/// once, it is not told again.
public final class WireChatModel implements ChatModel {
  private static final int OK = 200;
  private static final int BAD_REQUEST = 400;
  private static final int MOST_ERROR_BYTES = 64 * 1024;

  private final HttpConnections connections;
  private final Retries retries;
  private final Endpoint endpoint;
  private volatile Language language;

  public WireChatModel(
      HttpConnections connections, Retries retries, Endpoint endpoint, Language language) {
    this.connections = connections;
    this.retries = retries;
    this.endpoint = endpoint;
    this.language = language;
  }

  @Override
  public Reply stream(Prompt prompt, ReplyListener listener, Cancellation cancellation) {
    var question = new Question(prompt, language);
    int tried = 0;
    while (true) {
      switch (attempt(question, listener, cancellation)) {
        case Attempt.Answered(var reply) -> {
          return reply;
        }
        case Attempt.Refused refused -> {
          var plainer = question.plainer(refused);
          if (plainer.isPresent()) {
            question = plainer.get();
            language = question.language();
          } else if (!refused.mayPass()
              || !retries.again(refused.status(), refused.after(), tried++, cancellation)) {
            throw refused.failure();
          }
        }
      }
    }
  }

  private Attempt attempt(Question question, ReplyListener listener, Cancellation cancellation) {
    var failures = endpoint.failures();
    var call = question.language().request(question.prompt(), endpoint);
    int status = 0;
    try (var answer = connections.ask(call, cancellation)) {
      status = answer.status();
      if (status == OK) {
        var reply = new GrowingReply(listener, retries::callId);
        return new AnswerStream(answer, question.language(), reply, failures).read();
      }
      if (status < BAD_REQUEST) {
        throw failures.redirects(status, answer.header("location"));
      }
      var body = new String(answer.beginning(MOST_ERROR_BYTES), StandardCharsets.UTF_8);
      return failures.refused(status, answer.header("retry-after"), body);
    } catch (WireFailure e) {
      throw failures.broken(e, status);
    }
  }
}
