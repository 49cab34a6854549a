package org.colloquy.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Requests whose end somebody else might see elsewhere: nobody can hide one request in another.
class FramingTest {
  private static final String CHUNKED =
      "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n";
  private static final String HIDDEN = "GET /things HTTP/1.1\r\nHost: localhost\r\n\r\n";

  private final TryoutServer server = new TryoutServer();

  @AfterEach
  void stop() {
    server.close();
  }

  private RawConnection connect() {
    return new RawConnection(server.port());
  }

  /// Everything that comes back until the server hangs up.
  private String answer(String request) {
    try (var connection = connect()) {
      connection.send(request.replace("PORT", Integer.toString(server.port())));
      return connection.readToEnd();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Length: 4|Transfer-Encoding: chunked",
        "Transfer-Encoding: chunked|Content-Length: 4",
        "Content-Length: 4|Content-Length: 5",
        "Content-Length: 4, 5",
        "Content-Length: 4,4",
        "Content-Length: +4",
        "Content-Length: -4",
        "Content-Length: 0x4",
        "Content-Length: 4 4",
        "Content-Length: 99999999999999999999",
        "Content-Length: ",
        "Transfer-Encoding: gzip, chunked",
        "Transfer-Encoding: chunked, chunked",
        "Transfer-Encoding: chunked, identity",
        "Transfer-Encoding: identity",
        "Transfer-Encoding: xchunked",
        "Transfer-Encoding: chunked|Transfer-Encoding: chunked",
        "Transfer-Encoding : chunked",
        " Transfer-Encoding: chunked",
        "Transfer-Encoding:\u000bchunked",
        "X: y| Content-Length: 4",
        "X: y\nContent-Length: 4",
        "X: y\rContent-Length: 4",
        "X\u0000: y",
        "X: \u0000y",
        "Content-Length",
        "Host: localhost:PORT",
      })
  void answersOnceAndHangsUpWhenTheHeadIsAmbiguous(String headers) {
    var head = "POST /things HTTP/1.1|Host: localhost:PORT|" + headers + "||";
    var answer = answer(head.replace("|", "\r\n") + "0\r\n\r\n" + HIDDEN);

    assertThat(answer).startsWith("HTTP/1.1 ").doesNotContain("\"things\"");
    assertThat(answer.substring(9, 12)).isIn("400", "413", "501");
    assertThat(answer.indexOf("HTTP/1.1 ", 1)).isEqualTo(-1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /things",
        "GET  /things HTTP/1.1",
        "GET /things HTTP/1.0",
        "GET /things HTTP/2.0",
        "GET /things HTTP/1.1 ",
        "GET /things\tHTTP/1.1",
        "GET\u0000 /things HTTP/1.1",
        "GE\u0007T /things HTTP/1.1",
        "PRI * HTTP/2.0",
        "/things",
        "\u0016\u0003\u0001\u0002",
      })
  void answersOnceAndHangsUpWhenTheFirstLineIsNone(String line) {
    var answer = answer(line + "\r\nHost: localhost:PORT\r\n\r\n" + HIDDEN);

    assertThat(answer).doesNotContain("\"things\"").doesNotContain(" 500 ");
    assertThat(answer.indexOf("HTTP/1.1 ", 1)).isEqualTo(-1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "zz\r\n{}\r\n0\r\n\r\n",
        "-2\r\n{}\r\n0\r\n\r\n",
        "0x2\r\n{}\r\n0\r\n\r\n",
        " 2\r\n{}\r\n0\r\n\r\n",
        "2;a=b\r\n{}\r\n0\r\n\r\n",
        "2;\"\r\n{}\r\n0\r\n\r\n",
        "ffffffffffffffff\r\n{}\r\n0\r\n\r\n",
        "fffffffff\r\n{}\r\n0\r\n\r\n",
        "\r\n{}\r\n0\r\n\r\n",
        "2\n{}\r\n0\r\n\r\n",
        "2\r\n{}\r\n0\r\nX: y\r\n\r\n",
      })
  void answersOnceAndHangsUpWhenAChunkIsNone(String chunks) {
    var answer = answer(server.request("POST", "/things", CHUNKED) + chunks + HIDDEN);

    assertThat(answer).startsWith("HTTP/1.1 400 ").contains("Connection: close");
    assertThat(answer.indexOf("HTTP/1.1 ", 1)).isEqualTo(-1);
  }

  @Test
  void hangsUpWhenAChunkIsNoneThatNobodyReads() {
    var answer = answer(server.request("POST", "/nowhere", CHUNKED) + "zz\r\n\r\n" + HIDDEN);

    assertThat(answer).startsWith("HTTP/1.1 404 ");
    assertThat(answer.indexOf("HTTP/1.1 ", 1)).isEqualTo(-1);
  }

  @Test
  void saysSoInTheLogOnceHoweverOftenItHappens() {
    var lines = new ArrayList<String>();
    var log = Logger.getLogger("");
    var listener = listener(lines);
    log.addHandler(listener);
    try {
      for (int i = 0; i < 20; i++) {
        answer(server.request("POST", "/things", CHUNKED) + "zz\r\n");
        answer("GET /things HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n");
        answer("POST /things HTTP/1.1\r\nHost: a\r\nContent-Length: x\r\n\r\n");
      }
    } finally {
      log.removeHandler(listener);
    }

    assertThat(lines).containsExactly("1 requests had bodies whose end cannot be told");
  }

  private static Handler listener(List<String> lines) {
    return new Handler() {
      @Override
      public void publish(LogRecord line) {
        if (line.getLevel().intValue() >= Level.WARNING.intValue()) {
          lines.add(line.getMessage());
        }
      }

      @Override
      public void flush() {}

      @Override
      public void close() {}
    };
  }

  @Test
  void takesChunksOfEverySize() {
    var answer =
        RawAnswer.to(
            server.port(),
            server.request("POST", "/things", CHUNKED)
                + "1\r\n{\r\n1\r\n\"\r\n003\r\na\":\r\n2\r\n7}\r\n0\r\n\r\n");

    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.body()).isEqualTo("{\"a\":7}");
  }

  @Test
  void answersRequestsThatCameAtOnceOneAfterTheOther() {
    try (var connection = connect()) {
      connection.send(
          server.request("GET", "/things", "").repeat(50)
              + server.request("GET", "/byId/x", "Connection: close\r\n"));
      var answers = connection.readToEnd();

      assertThat(answers.split("\\{\"things\":\"all\"}", -1)).hasSize(51);
      assertThat(answers).endsWith("{\"error\":\"not found\"}");
    }
  }

  @Test
  void answersSomebodyWhoHasStoppedSending() {
    try (var connection = connect()) {
      connection.send(server.request("GET", "/things", ""));
      connection.endSending();

      assertThat(connection.readToEnd()).endsWith("{\"things\":\"all\"}");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "G", "GET /things HTTP/1.1\r\n", "GET /things HTTP/1.1\r\nHost: "})
  void hangsUpOnSomebodyWhoStopsInTheMiddleOfAHead(String begun) {
    try (var connection = connect()) {
      connection.send(begun);
      connection.endSending();

      assertThat(connection.readToEnd()).doesNotContain("200");
    }
  }

  @Test
  void hangsUpOnSomebodyWhoStopsInTheMiddleOfABody() {
    try (var connection = connect()) {
      connection.send(
          server.request(
                  "POST", "/things", "Content-Type: application/json\r\nContent-Length: 10\r\n")
              + "{");
      connection.endSending();

      assertThat(connection.readToEnd()).isEmpty();
    }
  }

  @Test
  void doesNotReadForEverWhatNobodyWants() {
    try (var connection = connect()) {
      connection.send(server.request("POST", "/nowhere", "Content-Length: 9000000000\r\n"));
      connection.readTo("{\"error\":\"not found\"}");
      var piece = "x".repeat(1024 * 1024);
      int sent = 0;
      while (sent < 200 && connection.send(piece)) {
        sent++;
      }

      assertThat(sent).isLessThan(40);
    }
  }

  @Test
  void readsASmallBodyThatNobodyWantsAndGoesOn() {
    try (var connection = connect()) {
      connection.send(
          server.request("POST", "/nowhere", "Content-Length: 50000\r\n") + "x".repeat(50_000));
      connection.readTo("{\"error\":\"not found\"}");
      connection.send(server.request("GET", "/things", ""));

      assertThat(connection.readTo("}")).contains("200 OK");
    }
  }

  @Test
  void asksForABodyOnlyWhenSomebodyWantsIt() {
    var expects = "Expect: 100-continue\r\nContent-Type: application/json\r\nContent-Length: 2\r\n";
    try (var wanted = connect();
        var unwanted = connect()) {
      wanted.send(server.request("POST", "/things", expects));
      wanted.readTo("100 Continue\r\n\r\n");
      wanted.send("{}");
      assertThat(wanted.readTo("{}")).contains("201 Created");

      unwanted.send(server.request("POST", "/nowhere", expects));
      assertThat(unwanted.readToEnd()).startsWith("HTTP/1.1 404").doesNotContain("100 Continue");
    }
  }

  @Test
  void takesOnlySoManyHeadersAndParameters() {
    assertThat(server.send("GET", "/things", "X: y\r\n".repeat(99)).status()).isEqualTo(200);
    assertThat(server.send("GET", "/things", "X: y\r\n".repeat(100)).status()).isEqualTo(431);
    assertThat(server.get("/things?" + "a&".repeat(99)).status()).isEqualTo(200);
    assertThat(server.get("/things?" + "a&".repeat(100)).status()).isEqualTo(414);
    assertThat(server.get("/things?a=" + "x".repeat(10_000)).status()).isEqualTo(200);
    assertThat(server.send("GET", "/things", "X: " + "y".repeat(200_000) + "\r\n").status())
        .isEqualTo(400);
  }
}
