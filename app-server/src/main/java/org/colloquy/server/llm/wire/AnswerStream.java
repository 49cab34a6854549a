package org.colloquy.server.llm.wire;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.colloquy.server.llm.http.HttpAnswer;
import org.colloquy.server.llm.http.LineReader;
import org.colloquy.server.llm.http.PieceReader;
import org.colloquy.server.llm.http.SseReader;
import org.colloquy.server.llm.http.WireFailure;

/// Reads the body of a good answer: a stream of pieces, or all at once from servers that do not
/// stream although they were asked to.
final class AnswerStream {
  private static final int OK = 200;
  private static final int MOST_ERROR_BYTES = 64 * 1024;
  private static final int MOST_WHOLE_BYTES = 16 * 1024 * 1024;

  private final HttpAnswer answer;
  private final Language.Framing framing;
  private final PieceReader pieces;
  private final AnswerReader reader;
  private final GrowingReply reply;
  private final ProviderFailures failures;

  AnswerStream(
      HttpAnswer answer, Language language, GrowingReply reply, ProviderFailures failures) {
    this.answer = answer;
    this.framing = language.framing();
    this.pieces =
        switch (framing) {
          case EVENTS -> new SseReader(answer);
          case LINES -> new LineReader(answer);
        };
    this.reader = language.reader(reply);
    this.reply = reply;
    this.failures = failures;
  }

  Attempt read() throws WireFailure {
    int first = pieces.peek();
    if (first == '<' || first == -1) {
      throw failures.nonsense(OK, text(pieces.rest(MOST_ERROR_BYTES)));
    }
    return first == '{' && framing == Language.Framing.EVENTS ? readWhole() : readPieces();
  }

  private Attempt readPieces() throws WireFailure {
    boolean any = false;
    try {
      while (pieces.next()) {
        if (pieces.is("[DONE]")) {
          answer.finish();
          return answered();
        }
        var error = take(pieces.bytes(), pieces.offset(), pieces.length());
        if (error.isPresent()) {
          return told(error.get());
        }
        if (reply.finished()) {
          answer.finish();
          return answered();
        }
        any = true;
      }
    } catch (WireFailure e) {
      if (!reply.stopped()) {
        throw e;
      }
    }
    if (reply.stopped()) {
      return answered();
    }
    throw any ? failures.cut(OK) : failures.nonsense(OK, "");
  }

  private Attempt readWhole() throws WireFailure {
    var bytes = pieces.rest(MOST_WHOLE_BYTES);
    var error = take(bytes, 0, bytes.length);
    if (error.isPresent()) {
      return told(error.get());
    }
    if (!reply.begun()) {
      throw failures.nonsense(OK, text(bytes));
    }
    return answered();
  }

  private Attempt answered() {
    return new Attempt.Answered(reply.end());
  }

  /// An error after the first word ends the answer; before it, it is a refusal.
  private Attempt told(JsonNode error) {
    var refused = failures.told(error);
    if (reply.passedOn()) {
      throw refused.failure();
    }
    return refused;
  }

  private Optional<JsonNode> take(byte[] bytes, int offset, int length) {
    try (var json = WireJson.FACTORY.createParser(bytes, offset, length)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw new JsonParseException(json, "not an object");
      }
      return reader.read(json);
    } catch (JsonProcessingException _) {
      throw failures.nonsense(OK, new String(bytes, offset, length, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("memory cannot fail", e);
    }
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
