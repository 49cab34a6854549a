package org.colloquy.server.http;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.colloquy.model.AccountId;
import org.colloquy.model.AccountRole;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.server.core.identity.Caller;
import org.colloquy.server.core.identity.Scope;
import org.colloquy.server.core.identity.Visitor;
import org.colloquy.server.core.turn.Gate;
import org.colloquy.server.core.turn.SinkClosed;

/// A face with one path for each thing the HTTP layer promises.
final class TryoutFace {
  private static final Caller SOMEBODY =
      new Caller(
          new AccountId(new UUID(0, 1)),
          AccountRole.MEMBER,
          Caller.Proof.ACCESS_TOKEN,
          Visitor.PROGRAM);

  final CountDownLatch readerLeft = new CountDownLatch(1);
  final Gate silence = new Gate();
  final AtomicLong endless = new AtomicLong();

  Face face() {
    return new Face(
        "tryout",
        new PathTable()
            .open("GET", "/things", exchange -> exchange.reply(Map.of("things", "all")))
            .open("POST", "/things", exchange -> exchange.reply(201, exchange.fields()))
            .open("GET", "/things/{id}/parts/{part}", this::part)
            .open("GET", "/things/special/parts/one", exchange -> exchange.reply("special"))
            .open("PUT", "/typed", exchange -> exchange.reply(exchange.body(Typed.class)))
            .open("GET", "/byId/{id}", exchange -> exchange.reply(exchange.id("id", "thing")))
            .open(
                "GET",
                "/unplanned",
                _ -> {
                  throw new IllegalStateException("a secret");
                })
            .open("GET", "/stream/whole", this::whole)
            .open("GET", "/stream/cut", this::cut)
            .open("GET", "/stream/unplanned", this::unplanned)
            .open("GET", "/stream/unfinished", this::unfinished)
            .open("GET", "/stream/early", this::early)
            .open("GET", "/stream/silent", this::silent)
            .open("GET", "/stream/events", this::events)
            .open("GET", "/stream/silentEvents", this::silentEvents)
            .open("GET", "/stream/endless", this::endless)
            .socket("/socket/echo", socket -> new Echo(socket))
            .socket("/socket/endless/{name}", this::talksForEver)
            .socket("/socket/failing", TryoutFace::fails)
            .socket(
                "/socket/closed",
                socket -> {
                  socket.close(WebSocket.NOT_ALLOWED, "who are you");
                  return SocketListener.NOBODY;
                })
            .signedIn(
                "GET", "/mine", Scope.READ, (caller, exchange) -> exchange.reply(caller.account())),
        TryoutFace::caller,
        new NeutralProblems());
  }

  record Typed(String text, int number, List<String> more) {}

  private static Caller caller(Exchange exchange) {
    if (exchange.header("Authorization").isEmpty()) {
      throw new ProblemException(new Problem.NotSignedIn(Problem.NotSignedIn.Why.MISSING));
    }
    return SOMEBODY;
  }

  private void part(Exchange exchange) {
    exchange.reply(List.of(exchange.segment("id"), exchange.segment("part")));
  }

  private void whole(Exchange exchange) {
    var stream = exchange.stream("text/plain");
    say(stream, "Hei ");
    say(stream, "på deg 🙂");
    stream.end();
  }

  private void cut(Exchange exchange) {
    say(exchange.stream("text/plain"), "half a sen");
    throw new ProblemException(new Problem.Unavailable("gone"));
  }

  private void unplanned(Exchange exchange) {
    say(exchange.stream("text/plain"), "half a sen");
    throw new IllegalStateException("a secret");
  }

  private void unfinished(Exchange exchange) {
    say(exchange.stream("text/plain"), "half a sen");
  }

  private void early(Exchange exchange) {
    exchange.stream("text/plain");
    throw new ProblemException(new Problem.Unavailable("gone"));
  }

  /// Says one line and then nothing until the test lets it end.
  private void silent(Exchange exchange) {
    var stream = exchange.streamLines("application/x-ndjson");
    say(stream, "{}\n");
    silence.pass();
    stream.end();
  }

  private void events(Exchange exchange) {
    var events = exchange.streamEvents();
    events.comment();
    events.data("Hei");
    events.data(" på deg 🙂");
    events.data("two\nlines\r\nor\rfour");
    events.data("\n");
    events.data("");
    events.data("\n\nevent: forged\ndata: no");
    events.event("done", "7", "all");
    events.end();
  }

  /// Says one event and then nothing until the test lets it end.
  private void silentEvents(Exchange exchange) {
    var events = exchange.streamEvents();
    events.data("one");
    silence.pass();
    events.end();
  }

  /// Says one line after the other until nobody listens.
  private void endless(Exchange exchange) {
    var stream = exchange.stream("text/plain");
    try {
      while (true) {
        say(stream, "more\n");
      }
    } catch (SinkClosed e) {
      readerLeft.countDown();
      throw e;
    }
  }

  /// Says everything back; `wait` waits for the silence to end.
  private final class Echo implements SocketListener {
    private final WebSocket socket;

    private Echo(WebSocket socket) {
      this.socket = socket;
    }

    @Override
    public void said(String text) {
      switch (text) {
        case "wait" -> silence.pass();
        case "fail" -> throw new IllegalStateException("a secret");
        case "bye" -> socket.close(WebSocket.NORMAL, "bye");
        default -> socket.send(text);
      }
    }

    @Override
    public void sentBytes() {
      socket.send("bytes");
    }

    @Override
    public void gone() {
      readerLeft.countDown();
    }
  }

  private SocketListener talksForEver(WebSocket socket) {
    return new SocketListener() {
      @Override
      public void said(String text) {
        while (true) {
          socket.send(text);
          endless.incrementAndGet();
        }
      }

      @Override
      public void sentBytes() {}

      @Override
      public void gone() {
        readerLeft.countDown();
      }
    };
  }

  private static SocketListener fails(WebSocket socket) {
    throw new IllegalStateException("a secret");
  }

  private static void say(ReplyStream stream, String text) {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    stream.write(bytes, bytes.length);
  }
}
