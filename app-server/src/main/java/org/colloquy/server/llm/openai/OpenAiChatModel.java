package org.colloquy.server.llm.openai;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.nio.charset.StandardCharsets;
import org.colloquy.model.Provider;
import org.colloquy.server.core.provider.Secret;
import org.colloquy.server.core.turn.Cancellation;
import org.colloquy.server.core.turn.ChatModel;
import org.colloquy.server.core.turn.Prompt;
import org.colloquy.server.core.turn.Reply;
import org.colloquy.server.core.turn.ReplyListener;
import org.colloquy.server.llm.http.HttpAnswer;
import org.colloquy.server.llm.http.HttpConnections;
import org.colloquy.server.llm.http.SseReader;
import org.colloquy.server.llm.http.WireFailure;
import org.jspecify.annotations.Nullable;

/// A model of a provider that speaks OpenAI's chat completions.
public final class OpenAiChatModel implements ChatModel {
  private static final int OK = 200;
  private static final int BAD_REQUEST = 400;
  private static final int MOST_ERROR_BYTES = 64 * 1024;
  private static final int MOST_WHOLE_BYTES = 16 * 1024 * 1024;

  private final HttpConnections connections;
  private final Retries retries;
  private final OpenAiEndpoint endpoint;
  private final ProviderFailures failures;

  /// @param key null when the provider is asked without one
  public OpenAiChatModel(
      HttpConnections connections, Retries retries, Provider provider, @Nullable Secret key) {
    this.connections = connections;
    this.retries = retries;
    this.endpoint = new OpenAiEndpoint(provider, key);
    this.failures = endpoint.failures();
  }

  @Override
  public Reply stream(Prompt prompt, ReplyListener listener, Cancellation cancellation) {
    var request = OpenAiRequest.withUsage(prompt);
    boolean plain = false;
    int tried = 0;
    while (true) {
      switch (attempt(request, listener, cancellation)) {
        case Answered(var reply) -> {
          return reply;
        }
        case Refused(int status, var after, var body) -> {
          if (status == BAD_REQUEST && !plain && body.contains("stream_options")) {
            // Older servers do not know the wish for usage figures.
            request = OpenAiRequest.withoutUsage(prompt);
            plain = true;
          } else if (!retries.again(status, after, tried++, cancellation)) {
            throw failures.refused(status, body);
          }
        }
      }
    }
  }

  private Attempt attempt(byte[] request, ReplyListener listener, Cancellation cancellation) {
    var call = endpoint.post("/chat/completions", request);
    int status = 0;
    try (var answer = connections.ask(call, cancellation)) {
      status = answer.status();
      if (status == OK) {
        return new Answered(read(answer, new ChunkReader(listener)));
      }
      if (status < BAD_REQUEST) {
        throw failures.redirects(status, answer.header("location"));
      }
      var body = new String(answer.beginning(MOST_ERROR_BYTES), StandardCharsets.UTF_8);
      return new Refused(status, answer.header("retry-after"), body);
    } catch (WireFailure e) {
      throw failures.broken(e, status);
    }
  }

  /// Some servers answer with a whole reply although they were asked for a stream.
  private Reply read(HttpAnswer answer, ChunkReader chunks) throws WireFailure {
    var stream = new SseReader(answer);
    return switch (stream.peek()) {
      case '{' -> readWhole(stream, chunks);
      case '<', -1 -> throw failures.nonsense(OK, words(stream));
      default -> readStream(answer, stream, chunks);
    };
  }

  private Reply readStream(HttpAnswer answer, SseReader stream, ChunkReader chunks)
      throws WireFailure {
    boolean begun = false;
    try {
      while (stream.next()) {
        if (stream.is("[DONE]")) {
          answer.finish();
          return chunks.reply().end();
        }
        readChunk(stream.bytes(), stream.offset(), stream.length(), chunks);
        begun = true;
      }
    } catch (WireFailure e) {
      if (!chunks.reply().stopped()) {
        throw e;
      }
    }
    if (chunks.reply().stopped()) {
      return chunks.reply().end();
    }
    throw begun ? failures.cut(OK) : failures.nonsense(OK, "");
  }

  private Reply readWhole(SseReader stream, ChunkReader chunks) throws WireFailure {
    var bytes = stream.rest(MOST_WHOLE_BYTES);
    readChunk(bytes, 0, bytes.length, chunks);
    if (!chunks.reply().begun()) {
      throw failures.nonsense(OK, new String(bytes, StandardCharsets.UTF_8));
    }
    return chunks.reply().end();
  }

  private void readChunk(byte[] bytes, int offset, int length, ChunkReader chunks) {
    try {
      var error = chunks.read(bytes, offset, length);
      if (error.isPresent()) {
        throw failures.told(error.get());
      }
    } catch (JsonProcessingException _) {
      throw failures.nonsense(OK, new String(bytes, offset, length, StandardCharsets.UTF_8));
    }
  }

  private static String words(SseReader stream) throws WireFailure {
    return new String(stream.rest(MOST_ERROR_BYTES), StandardCharsets.UTF_8);
  }

  /// What came of asking once.
  private sealed interface Attempt {}

  private record Answered(Reply reply) implements Attempt {}

  private record Refused(int status, String retryAfter, String body) implements Attempt {}
}
