package org.colloquy.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// How many connections there may be, and how slow.
class OpenConnectionsTest {
  private static final Duration SHORT = Duration.ofMillis(500);
  private static final Duration LONG = Duration.ofMinutes(10);
  private static final String HERE = "127.0.0.1";
  private static final String ELSEWHERE = "127.0.0.2";

  private final List<AutoCloseable> opened = new ArrayList<>();

  @AfterEach
  void close() throws Exception {
    for (var one : opened.reversed()) {
      one.close();
    }
  }

  private TryoutServer server(ConnectionLimits limits) {
    var server = new TryoutServer(limits);
    opened.add(server);
    return server;
  }

  private RawConnection connect(String from, TryoutServer server) {
    var connection = new RawConnection(from, server.port());
    opened.add(connection);
    return connection;
  }

  private RawConnection connect(TryoutServer server) {
    return connect(HERE, server);
  }

  private static ConnectionLimits slowHeads(Duration head) {
    return new ConnectionLimits(2_000, 2_000, 2_000, head, LONG, LONG, 1);
  }

  private static ConnectionLimits silent(Duration silence, int bytesASecond) {
    return new ConnectionLimits(2_000, 2_000, 2_000, LONG, LONG, silence, bytesASecond);
  }

  private static ConnectionLimits many(int most, int fromHere) {
    return new ConnectionLimits(most, fromHere, fromHere, LONG, LONG, LONG, 1);
  }

  @Test
  void closesThoseWhoseHeadsTrickleAndServesTheOthersMeanwhile() {
    var server = server(slowHeads(SHORT));
    var slow = new ArrayList<>(IntStream.range(0, 300).mapToObj(_ -> connect(server)).toList());
    slow.forEach(connection -> connection.send("GET /things HTTP/1.1\r\nX-Slow: "));

    await()
        .until(() -> {
          assertThat(server.get("/things").status()).isEqualTo(200);
          slow.removeIf(connection -> !connection.send("x"));
          return slow.isEmpty();
        });
  }

  @Test
  void closesThoseWhoSayNothing() {
    var server = server(slowHeads(SHORT));

    assertThat(connect(server).readToEnd()).isEmpty();
  }

  @Test
  void givesEveryHeadOfAConnectionItsOwnTime() {
    var server = server(slowHeads(SHORT));
    var connection = connect(server);
    connection.send(server.request("GET", "/things", ""));
    connection.readTo("{\"things\":\"all\"}");
    connection.send(server.request("GET", "/things", ""));
    connection.readTo("{\"things\":\"all\"}");
    connection.send("GET /th");

    assertThat(connection.readToEnd()).isEmpty();
  }

  @Test
  void keepsAConnectionForAnotherRequestOnlyForAWhile() {
    var server = server(new ConnectionLimits(9, 9, 9, SHORT, SHORT.multipliedBy(2), LONG, 1));
    var connection = connect(server);
    connection.send(server.request("GET", "/things", ""));
    connection.readTo("{\"things\":\"all\"}");

    assertThat(connection.readToEnd()).isEmpty();
  }

  @Test
  void closesThoseWhoseBodiesTrickle() {
    var server = server(silent(SHORT, 1_000));
    var connection = connect(server);
    connection.send(
        server.request(
            "POST", "/things", "Content-Type: application/json\r\nContent-Length: 1000\r\n"));

    await().until(() -> !connection.send(" "));
    assertThat(server.get("/things").status()).isEqualTo(200);
  }

  @Test
  void takesBodiesThatAreSlowButComeAlong() throws InterruptedException {
    var server = server(silent(Duration.ofSeconds(2), 100));
    var connection = connect(server);
    var piece = " ".repeat(200);
    connection.send(
        server.request(
            "POST", "/things", "Content-Type: application/json\r\nContent-Length: 6002\r\n"));
    for (int i = 0; i < 30; i++) {
      TimeUnit.MILLISECONDS.sleep(100); // a slow line
      assertThat(connection.send(piece)).isTrue();
    }
    connection.send("{}");

    assertThat(connection.readTo("{}")).contains("201 Created");
  }

  @Test
  void letsAnAnswerTakeItsTimeBeforeItsFirstWord() {
    var server = server(new ConnectionLimits(9, 9, 9, SHORT, SHORT, SHORT, 1_000_000));
    var connection = connect(server);
    connection.send(server.request("GET", "/stream/silent", ""));
    for (int i = 0; i < 20; i++) {
      connection.readTo("1\r\n\n\r\n"); // heartbeats
    }
    server.tryout.silence.open();

    connection.readTo("0\r\n\r\n");
  }

  @Test
  void closesThoseWhoDoNotReadTheirAnswer() throws InterruptedException {
    var server = server(silent(SHORT, 1_000));
    connect(server).send(server.request("GET", "/stream/endless", ""));

    assertThat(server.tryout.readerLeft.await(20, TimeUnit.SECONDS)).isTrue();
    assertThat(server.get("/things").status()).isEqualTo(200);
  }

  @Test
  void closesSocketsThatDoNotReadWhatTheyAreTold() throws InterruptedException {
    var server = server(silent(SHORT, 1_000));
    try (var slow = RawWebSocket.open(server.port(), "/socket/endless/slow")) {
      slow.say("x".repeat(10_000));
      assertThat(server.tryout.readerLeft.await(20, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void closesSocketsWhoseFramesTrickle() {
    var server = server(silent(SHORT, 1_000));
    try (var slow = RawWebSocket.open(server.port(), "/socket/echo")) {
      slow.raw(new byte[] {(byte) 0x81, (byte) 0xfe});
      slow.awaitEnd();
    }
  }

  @Test
  void leavesSocketsOpenOnWhichNothingIsSaid() {
    var server = server(new ConnectionLimits(9, 9, 9, SHORT, LONG, SHORT, 1_000_000));
    try (var silent = RawWebSocket.open(server.port(), "/socket/echo")) {
      for (int i = 0; i < 20; i++) {
        silent.nextOfAny(); // pings
        silent.send(RawWebSocket.PONG, new byte[0]);
      }
      assertThat(silent.say("hei").next().payload()).isEqualTo("hei");
    }
  }

  @Test
  void tellsThoseWhoAreOneTooManyFromOneAddressAndServesTheOthers() {
    var server = server(many(20, 5));
    var places = IntStream.range(0, 5).mapToObj(_ -> connect(server)).toList();
    places.forEach(place -> {
      place.send(server.request("GET", "/things", ""));
      place.readTo("{\"things\":\"all\"}");
    });

    for (int i = 0; i < 200; i++) {
      try (var flood = new RawConnection(server.port())) {
        flood.send("GET ");
      }
    }
    var refused = connect(server);
    refused.send(server.request("GET", "/things", ""));
    var other = connect(ELSEWHERE, server);
    other.send(server.request("GET", "/things", ""));

    assertThat(refused.readToEnd())
        .contains("503 Service Unavailable", "Retry-After: 10", "{\"error\":\"too many conn");
    other.readTo("{\"things\":\"all\"}");
    places.getFirst().close();
    await().until(() -> server.get("/things").status() == 200);
  }

  @Test
  void keepsSomePlacesInAll() {
    var server = server(many(4, 4));
    IntStream.range(0, 4)
        .forEach(_ -> {
          var place = connect(server);
          place.send(server.request("GET", "/things", ""));
          place.readTo("{\"things\":\"all\"}");
        });
    var refused = connect(ELSEWHERE, server);
    refused.send(server.request("GET", "/things", ""));

    assertThat(refused.readToEnd()).contains("503 Service Unavailable");
  }

  @Test
  void hasAsManyPlacesAsTheHeapHasRoomFor() {
    long mebibyte = 1024 * 1024;

    assertThat(ConnectionLimits.forHeap(256 * mebibyte).most()).isEqualTo(2_048);
    assertThat(ConnectionLimits.forHeap(16 * mebibyte).most()).isEqualTo(256);
    assertThat(ConnectionLimits.forHeap(64 * 1024 * mebibyte).most()).isEqualTo(20_000);
  }
}
