package org.colloquy.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.colloquy.server.http.RawWebSocket.Frame;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a WebSocket promises, whoever listens to it.
class WebSocketsTest {
  private static final int MEBIBYTE = 1024 * 1024;

  private final TryoutServer server = new TryoutServer();

  @AfterEach
  void close() {
    server.close();
  }

  private RawWebSocket open(String path) {
    return RawWebSocket.open(server.port(), path);
  }

  private RawWebSocket echo() {
    return open("/socket/echo");
  }

  @Test
  void shakesHandsAsTheStandardSays() {
    try (var socket = echo()) {
      assertThat(socket.head())
          .containsExactly(
              "HTTP/1.1 101 Switching Protocols",
              "Connection: Upgrade",
              "Upgrade: websocket",
              "Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/socket/echo", "/socket//echo/", "/socket/echo?token=a%20b"})
  void findsItsPathAsAnyOther(String path) {
    try (var socket = open(path)) {
      assertThat(socket.say("hei").next()).isEqualTo(new Frame(RawWebSocket.TEXT, "hei"));
    }
  }

  @Test
  void isNoWebSocketWhereThereIsNone() {
    try (var socket = open("/things");
        var nowhere = open("/nowhere")) {
      assertThat(socket.status()).isEqualTo(200);
      assertThat(nowhere.status()).isEqualTo(404);
    }
  }

  @Test
  void tellsThoseWhoDoNotShakeHandsWhatItIs() {
    var answer = server.get("/socket/echo");

    assertThat(answer.status()).isEqualTo(426);
    assertThat(answer.header("Upgrade")).contains("websocket");
    assertThat(answer.body()).isEqualTo("{\"error\":\"this is a WebSocket\"}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Sec-WebSocket-Version: 8\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
        "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: short",
        "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: !!!",
        "Sec-WebSocket-Version: 13",
      })
  void refusesAHandshakeThatIsNone(String headers) {
    var request =
        "GET /socket/echo HTTP/1.1\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nHost: localhost:"
            + server.port()
            + "\r\n"
            + headers
            + "\r\n\r\n";
    try (var socket = RawWebSocket.connect(server.port(), request)) {
      assertThat(socket.status()).isEqualTo(426);
      assertThat(socket.head()).contains("Sec-WebSocket-Version: 13");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Origin: http://evil.example",
        "Origin: null",
        "Origin: http://localhost:1",
        "Sec-Fetch-Site: cross-site",
      })
  void isNotForPagesOfOtherOrigins(String header) {
    var headers = "Host: localhost:" + server.port() + "\r\n" + header + "\r\n";
    try (var socket = RawWebSocket.open(server.port(), "/socket/echo", headers)) {
      assertThat(socket.status()).isEqualTo(403);
    }
  }

  @Test
  void isForPagesOfItsOwnAndOfAllowedOrigins() {
    var host = "Host: localhost:" + server.port() + "\r\nOrigin: ";
    for (var origin : new String[] {"http://localhost:" + server.port(), TryoutServer.SHARED}) {
      try (var socket = RawWebSocket.open(server.port(), "/socket/echo", host + origin + "\r\n")) {
        assertThat(socket.status()).isEqualTo(101);
      }
    }
  }

  @Test
  void goesByItsOwnNamesOnly() {
    try (var socket = RawWebSocket.open(server.port(), "/socket/echo", "Host: evil.example\r\n")) {
      assertThat(socket.status()).isEqualTo(421);
    }
  }

  @Test
  void putsAMessageTogetherWhoseFramesEndInTheMiddleOfACharacter() {
    var bytes = "æ🙂å".getBytes(StandardCharsets.UTF_8);
    try (var socket = echo()) {
      socket.begin(RawWebSocket.TEXT, new byte[] {bytes[0]});
      for (int i = 1; i < bytes.length; i++) {
        socket.begin(RawWebSocket.CONTINUATION, new byte[] {bytes[i]});
        socket.send(RawWebSocket.PING, new byte[] {bytes[i]});
        assertThat(socket.next().code()).isEqualTo(RawWebSocket.PONG);
      }
      socket.send(RawWebSocket.CONTINUATION, new byte[0]);

      assertThat(socket.next().payload()).isEqualTo("æ🙂å");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 125, 126, 127, 40_000, 65_535, 65_536, 70_000, 2 * MEBIBYTE})
  void carriesMessagesOfEveryLength(int length) {
    var text = "x".repeat(length);
    try (var socket = echo()) {
      assertThat(socket.say(text).next().payload()).isEqualTo(text);
    }
  }

  @Test
  void refusesAMessageThatIsTooLarge() {
    try (var socket = echo()) {
      socket.say("x".repeat(2 * MEBIBYTE + 1));
      assertThat(socket.closeCode()).isEqualTo(1009);
    }
    try (var socket = echo()) {
      socket.begin(RawWebSocket.TEXT, new byte[2 * MEBIBYTE]);
      socket.begin(RawWebSocket.CONTINUATION, new byte[1]);
      assertThat(socket.closeCode()).isEqualTo(1009);
      socket.goodbye(1009).awaitEnd();
    }
  }

  @Test
  void refusesWhatIsNotUtf8() {
    try (var socket = echo()) {
      socket.send(RawWebSocket.TEXT, new byte[] {(byte) 0xf0, (byte) 0x9f});
      assertThat(socket.closeCode()).isEqualTo(1007);
    }
  }

  @Test
  void refusesWhatIsNotTheProtocol() {
    var nothing = new byte[0];
    try (var socket = echo()) {
      assertThat(socket.unmasked(RawWebSocket.TEXT, nothing).closeCode()).isEqualTo(1002);
    }
    try (var socket = echo()) {
      assertThat(socket.send(RawWebSocket.CONTINUATION, nothing).closeCode()).isEqualTo(1002);
    }
    try (var socket = echo()) {
      socket.begin(RawWebSocket.TEXT, nothing).send(RawWebSocket.TEXT, nothing);
      assertThat(socket.closeCode()).isEqualTo(1002);
    }
    try (var socket = echo()) {
      assertThat(socket.begin(RawWebSocket.PING, nothing).closeCode()).isEqualTo(1002);
    }
    try (var socket = echo()) {
      assertThat(socket.send(RawWebSocket.PING, new byte[126]).closeCode()).isEqualTo(1002);
    }
    try (var socket = echo()) {
      assertThat(socket.send(3, nothing).closeCode()).isEqualTo(1002);
    }
    try (var socket = echo()) {
      assertThat(socket.send(0x40 | RawWebSocket.TEXT, nothing).closeCode()).isEqualTo(1002);
    }
    try (var socket = echo()) {
      assertThat(socket.goodbye(1005).closeCode()).isEqualTo(1002);
    }
    try (var socket = echo()) {
      assertThat(socket.send(RawWebSocket.CLOSE, new byte[1]).closeCode()).isEqualTo(1002);
    }
  }

  @Test
  void returnsAGoodbyeAndHangsUp() throws InterruptedException {
    try (var socket = echo()) {
      assertThat(socket.goodbye(4001).closeCode()).isEqualTo(4001);
      socket.awaitEnd();
      assertThat(server.tryout.readerLeft.await(5, TimeUnit.SECONDS)).isTrue();
    }
    try (var socket = echo()) {
      assertThat(socket.send(RawWebSocket.CLOSE, new byte[0]).closeCode()).isEqualTo(1000);
      socket.awaitEnd();
    }
  }

  @Test
  void hangsUpOnSomebodyWhoDoesNotReturnTheGoodbye() {
    try (var socket = echo()) {
      assertThat(socket.say("bye").closeCode()).isEqualTo(1000);
      socket.awaitEnd();
    }
  }

  @Test
  void closesAtOnceWhenTheHandlerSaysSo() {
    try (var socket = open("/socket/closed")) {
      assertThat(socket.status()).isEqualTo(101);
      assertThat(socket.say("hello?").closeCode()).isEqualTo(1008);
      socket.goodbye(1008).awaitEnd();
    }
  }

  @Test
  void answersAPingWhileSomethingIsBeingAnswered() {
    try (var socket = echo()) {
      socket.say("wait");
      server.tryout.silence.awaitReached();
      socket.send(RawWebSocket.PING, "still there?".getBytes(StandardCharsets.UTF_8));
      assertThat(socket.next()).isEqualTo(new Frame(RawWebSocket.PONG, "still there?"));
    }
  }

  @Test
  void hearsAGoodbyeWhileSomethingIsBeingAnswered() throws InterruptedException {
    try (var socket = echo()) {
      socket.say("wait");
      server.tryout.silence.awaitReached();
      assertThat(socket.goodbye(1000).closeCode()).isEqualTo(1000);
      assertThat(server.tryout.readerLeft.await(5, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void listensToOneThingAfterTheOther() {
    try (var socket = echo()) {
      socket.say("wait").say("one").send(RawWebSocket.BINARY, new byte[3]).say("two");
      server.tryout.silence.awaitReached();
      server.tryout.silence.open();
      assertThat(socket.next().payload()).isEqualTo("one");
      assertThat(socket.next().payload()).isEqualTo("bytes");
      assertThat(socket.next().payload()).isEqualTo("two");
    }
  }

  @Test
  void letsOnlySoMuchWait() {
    try (var socket = echo()) {
      socket.say("wait");
      server.tryout.silence.awaitReached();
      for (int i = 0; i < 9; i++) {
        socket.say("more");
      }
      assertThat(socket.closeCode()).isEqualTo(1008);
    }
  }

  @Test
  void letsOnlySoLargeThingsWait() {
    var large = "x".repeat(MEBIBYTE);
    try (var socket = echo()) {
      socket.say("wait");
      server.tryout.silence.awaitReached();
      socket.say(large).say(large).say("x");
      assertThat(socket.closeCode()).isEqualTo(1008);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {RawWebSocket.PING, RawWebSocket.PONG, RawWebSocket.BINARY})
  void letsNobodyAskForAttentionAllTheTime(int code) {
    try (var socket = echo()) {
      socket.say("wait");
      server.tryout.silence.awaitReached();
      socket.begin(RawWebSocket.TEXT, "a".getBytes(StandardCharsets.UTF_8));
      int frame = code == RawWebSocket.BINARY ? RawWebSocket.CONTINUATION : code;
      for (int i = 0; i < 101; i++) {
        if (code == RawWebSocket.BINARY) {
          socket.begin(frame, new byte[0]);
        } else {
          socket.send(frame, new byte[0]);
        }
      }
      assertThat(socket.closeCode()).isEqualTo(1008);
    }
  }

  @Test
  void saysNothingOfWhatNobodyPlannedFor() {
    try (var socket = echo()) {
      socket.say("fail");
      var goodbye = socket.next();
      assertThat(goodbye.closeCode()).isEqualTo(1011);
      assertThat(goodbye.payload()).contains("incident ").doesNotContain("secret");
    }
    try (var socket = open("/socket/failing")) {
      assertThat(socket.closeCode()).isEqualTo(1011);
    }
  }

  @Test
  void asksWhetherSomebodyWhoIsSilentIsStillThere() {
    try (var socket = echo()) {
      assertThat(socket.nextOfAny().code()).isEqualTo(RawWebSocket.PING);
      socket.send(RawWebSocket.PONG, new byte[0]);
      assertThat(socket.nextOfAny().code()).isEqualTo(RawWebSocket.PING);
      assertThat(socket.say("yes").next().payload()).isEqualTo("yes");
    }
  }

  @Test
  void aReaderThatIsSlowHoldsUpNobodyElseAndTakesNoMemory() {
    var text = "x".repeat(10_000);
    try (var slow = open("/socket/endless/slow");
        var other = echo()) {
      slow.say(text);
      await().until(() -> stands(server.tryout.endless.get()));
      long sent = server.tryout.endless.get();

      assertThat(sent * text.length()).isLessThan(50 * MEBIBYTE);
      assertThat(other.say("hei").next().payload()).isEqualTo("hei");
      assertThat(server.get("/things").status()).isEqualTo(200);

      while (server.tryout.endless.get() == sent) {
        assertThat(slow.next().payload()).isEqualTo(text);
      }
    }
  }

  private long before = -1;

  private boolean stands(long now) {
    boolean stands = now > 0 && now == before;
    before = now;
    return stands;
  }

  @Test
  void noticesThatASlowReaderHangsUp() throws InterruptedException {
    try (var slow = open("/socket/endless/slow")) {
      slow.say("x".repeat(10_000));
      await().until(() -> stands(server.tryout.endless.get()));
      slow.send(RawWebSocket.PING, new byte[0]).goodbye(1000);
      assertThat(server.tryout.readerLeft.await(5, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void tellsEverybodyWhenTheServerEnds() throws InterruptedException {
    try (var silent = echo();
        var talking = open("/socket/endless/other")) {
      talking.say("x");
      assertThat(talking.next().payload()).isEqualTo("x");
      server.server.announceClosing();
      assertThat(silent.closeCode()).isEqualTo(1001);
      assertThat(talking.closeCode()).isEqualTo(1001);
      silent.goodbye(1001).awaitEnd();
      talking.goodbye(1001).awaitEnd();
      try (var late = echo()) {
        assertThat(late.closeCode()).isEqualTo(1001);
      }
    }
  }

  @Test
  void readsOnOnlySoLongFromSomebodyWhoWasRefused() {
    try (var socket = echo()) {
      socket.raw(
          ByteBuffer.allocate(14).put((byte) 0x81).put((byte) 0xff).putLong(1L << 40).array());
      assertThat(socket.closeCode()).isEqualTo(1009);
      socket.awaitEnd();
    }
  }
}
