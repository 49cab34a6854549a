package org.colloquy.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.colloquy.server.http.TryoutServer.latin;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Answers that are said bit by bit, byte for byte.
class ReplyStreamTest {
  private final TryoutServer server = new TryoutServer();

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void answersHeadOfAStreamWithItsHeadOnly() {
    var answer = server.send("HEAD", "/stream/whole", "");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).contains("text/plain");
    assertThat(answer.body()).isEmpty();
  }

  @Test
  void streamsInChunksAndEndsWithTheLastOne() {
    var answer = server.get("/stream/whole");

    assertThat(answer.header("Content-Type")).contains("text/plain");
    assertThat(answer.header("Transfer-Encoding")).contains("chunked");
    assertThat(answer.body())
        .isEqualTo("4\r\nHei \r\n" + "c\r\n" + latin("på deg 🙂") + "\r\n0\r\n\r\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"cut", "unplanned", "unfinished"})
  void cutsAnAnswerThatFailsHalfway(String how) {
    var answer = server.get("/stream/" + how);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("a\r\nhalf a sen\r\n");
    assertThat(answer.closed()).isTrue();
  }

  @Test
  void turnsAFailureBeforeTheFirstByteIntoAStatus() {
    assertThat(server.get("/stream/early").status()).isEqualTo(503);
  }

  @Test
  void keepsASilentStreamAlive() throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write(bytes(server.request("GET", "/stream/silent", "")));

      assertThat(readUntil(socket.getInputStream(), "3\r\n{}\n\r\n1\r\n\n\r\n1\r\n\n\r\n"))
          .contains("application/x-ndjson");
      server.tryout.silence.open();
      readUntil(socket.getInputStream(), "0\r\n\r\n");
    }
  }

  @Test
  void keepsASilentStreamOfEventsAlive() throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write(bytes(server.request("GET", "/stream/silentEvents", "")));

      readUntil(socket.getInputStream(), "b\r\ndata: one\n\n\r\n2\r\n:\n\r\n2\r\n:\n\r\n");
      server.tryout.silence.open();
      readUntil(socket.getInputStream(), "0\r\n\r\n");
    }
  }

  @Test
  void sendsEveryEventAsOneChunk() {
    var answer = server.get("/stream/events");

    assertThat(answer.header("Content-Type")).contains("text/event-stream");
    assertThat(answer.header("Cache-Control")).contains("no-cache");
    assertThat(answer.header("Expires")).contains("0");
    assertThat(answer.body())
        .isEqualTo(
            chunks(
                ":\n",
                "data: Hei\n\n",
                latin("data:  på deg 🙂\n\n"),
                "data: two\ndata: lines\ndata: or\ndata: four\n\n",
                "data: \ndata: \n\n",
                "data: \n\n",
                "data: \ndata: \ndata: event: forged\ndata: data: no\n\n",
                "event: done\nid: 7\ndata: all\n\n",
                ""));
  }

  @Test
  void answersHeadOfAStreamOfEventsWithItsHeadOnly() {
    var answer = server.send("HEAD", "/stream/events", "");

    assertThat(answer.header("Content-Type")).contains("text/event-stream");
    assertThat(answer.body()).isEmpty();
  }

  @Test
  void noticesThatTheReaderHasGone() throws InterruptedException {
    RawAnswer.leaveAfter("more\n", server.port(), server.request("GET", "/stream/endless", ""));

    assertThat(server.tryout.readerLeft.await(10, TimeUnit.SECONDS)).isTrue();
  }

  /// Texts as the body that sends each of them as a chunk.
  private static String chunks(String... texts) {
    var body = new StringBuilder();
    for (var text : texts) {
      body.append(Integer.toHexString(text.length())).append("\r\n").append(text).append("\r\n");
    }
    return body.toString();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static String readUntil(InputStream in, String end) throws IOException {
    var text = new StringBuilder();
    while (!text.toString().endsWith(end)) {
      int next = in.read();
      assertThat(next).as("more after %s", text).isNotNegative();
      text.append((char) next);
    }
    return text.toString();
  }
}
