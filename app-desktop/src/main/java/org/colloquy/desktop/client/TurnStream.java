package org.colloquy.desktop.client;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.colloquy.model.ConversationId;
import org.colloquy.model.TurnId;
import org.jspecify.annotations.Nullable;

/// Reads a turn line by line, and comes back by itself when the connection breaks: the server keeps
/// the turn going and sends what was missed.
public final class TurnStream implements AutoCloseable {
  private static final List<Duration> PATIENCE =
      List.of(
          Duration.ofMillis(50),
          Duration.ofMillis(250),
          Duration.ofSeconds(1),
          Duration.ofSeconds(2),
          Duration.ofSeconds(4));

  private final HttpCalls calls;
  private final ConversationId conversation;
  private final TurnId turn;
  private volatile InputStream body;
  private volatile boolean closed;
  private long position;
  private boolean ended;

  private TurnStream(HttpCalls calls, ConversationId conversation, TurnId turn, InputStream body) {
    this.calls = calls;
    this.conversation = conversation;
    this.turn = turn;
    this.body = body;
  }

  static TurnStream started(
      HttpCalls calls, ConversationId conversation, HttpRequest.Builder request) {
    var response = calls.open(request);
    var turn =
        response
            .headers()
            .firstValue("Colloquy-Turn")
            .orElseThrow(() -> new Unreachable("the answer names no turn"));
    return new TurnStream(calls, conversation, new TurnId(Wire.uuid(turn)), response.body());
  }

  static TurnStream joined(HttpCalls calls, ConversationId conversation, TurnId turn) {
    return new TurnStream(calls, conversation, turn, rest(calls, turn, 0));
  }

  private static InputStream rest(HttpCalls calls, TurnId turn, long after) {
    return calls.open(calls.request("/api/turns/" + turn + "?after=" + after).GET()).body();
  }

  public TurnId turn() {
    return turn;
  }

  /// Hands over every line until the last one, or until [#close]. Throws [Unreachable] when the
  /// server stays away, and not-found when it no longer knows the turn.
  public void read(Consumer<TurnLine> reader) {
    var attempt = 0;
    while (!ended && !closed) {
      var before = position;
      var broken = readBody(reader);
      attempt = position > before ? 0 : attempt + 1;
      if (!ended && !closed) {
        comeBack(attempt, broken);
      }
    }
  }

  /// Reads until the body ends. Answers what broke it; null when it just ended.
  private @Nullable IOException readBody(Consumer<TurnLine> reader) {
    try (var lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
      for (var line = lines.readLine(); line != null && !closed; line = lines.readLine()) {
        if (!line.isBlank()) {
          hand(line, reader);
        }
      }
      return null;
    } catch (IOException e) {
      return e;
    } catch (Unreachable e) {
      return new IOException(e.detail(), e);
    }
  }

  private void hand(String text, Consumer<TurnLine> reader) {
    WireMessages.turnLine(conversation, Wire.parse(text))
        .ifPresent(line -> {
          position = line.at();
          ended = line.event().last();
          reader.accept(line);
        });
  }

  private void comeBack(int attempt, @Nullable IOException broken) {
    if (attempt >= PATIENCE.size()) {
      throw new Unreachable(broken == null ? "the answer broke off" : broken.toString());
    }
    try {
      Thread.sleep(PATIENCE.get(attempt));
      body = rest(calls, turn, position);
    } catch (Unreachable e) {
      comeBack(attempt + 1, new IOException(e.detail()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      closed = true;
    }
  }

  /// Stops reading; the turn itself goes on.
  @Override
  public void close() {
    closed = true;
    try {
      body.close();
    } catch (IOException _) {
      // Nobody reads it any more.
    }
  }
}
