package org.colloquy.server.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.security.cert.CertificateParsingException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.colloquy.model.Fingerprint;
import org.colloquy.model.Problem;
import org.colloquy.server.CountingIds;
import org.colloquy.server.Problems;
import org.colloquy.server.SettableClock;
import org.colloquy.server.core.sharing.NetworkDoor.Announcement;
import org.colloquy.server.http.Face;
import org.colloquy.server.http.PathTable;
import org.colloquy.server.http.RawAnswer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the listener for others promises, over real TLS.
class NetworkListenerTest {
  @TempDir private Path folder;

  private final SettableClock clock = new SettableClock();
  private final List<Face> faces =
      List.of(
          Face.forEverybody(
              "hello", new PathTable().open("GET", "/hello", exchange -> exchange.reply("hello"))));
  private @Nullable SharedServer open;

  @BeforeEach
  void setTheClock() {
    clock.advance(Duration.between(clock.instant(), Instant.now()));
  }

  @AfterEach
  void close() {
    if (open != null) {
      open.close();
    }
  }

  private SharedServer open(String... names) {
    open = new SharedServer(folder, clock, faces, names);
    return open;
  }

  @Test
  void isReachedByWhoeverKnowsItsFingerprint() {
    var server = open();

    try (var client = server.client("")) {
      assertThat(client.get(server.address() + "/hello").body()).isEqualTo("\"hello\"");
      assertThat(client.get("https://127.0.0.1:" + server.port() + "/hello").statusCode())
          .isEqualTo(200);
      assertThat(client.get(server.address() + "/health/ready").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void isNotTakenForAnother() {
    var server = open();
    var another = Fingerprint.of(new byte[] {1});

    try (var client = new NetworkClient(another, "a token")) {
      assertThatThrownBy(() -> client.get(server.address() + "/hello"))
          .isInstanceOf(UncheckedIOException.class)
          .hasStackTraceContaining("another authority");
    }
  }

  @Test
  void speaksNothingOlderThanTls13AndNothingPlain() {
    var server = open();

    try (var old = new NetworkClient(server.listener.fingerprint().orElseThrow(), "", "TLSv1.2")) {
      assertThatThrownBy(() -> old.get(server.address() + "/hello"))
          .isInstanceOf(UncheckedIOException.class);
    }
    assertThatThrownBy(() ->
            RawAnswer.to(server.port(), "GET /hello HTTP/1.1\r\nHost: localhost\r\n\r\n").status())
        .isNotNull();
  }

  @Test
  void goesByItsOwnNamesOnly() {
    var server = open("chat.example.org", "front.example.org:443");

    for (var host :
        List.of(
            "lab-pc:" + server.port(),
            "lab-pc.local:" + server.port(),
            "192.168.1.5:" + server.port(),
            "chat.example.org:" + server.port(),
            "front.example.org")) {
      assertThat(asking(server, host)).as(host).contains("200 OK");
    }
    for (var host :
        List.of(
            "evil.example:" + server.port(),
            "192.168.1.6:" + server.port(),
            "chat.example.org",
            "chat.example.org:443",
            "front.example.org:" + server.port(),
            "lab-pc")) {
      assertThat(asking(server, host)).as(host).contains("421");
    }
  }

  /// The head of the answer to a request with this `Host`.
  private static String asking(SharedServer server, String host) {
    return RawTls.answer(
        server.port(), "GET /hello HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n");
  }

  @Test
  void admitsItsOwnPagesAndNoOthers() {
    var server = open();
    var own = "Origin: " + server.address() + "\r\n";

    assertThat(posting(server, own)).contains("405");
    for (var other : List.of("http://localhost:" + server.port(), "https://evil.example", "null")) {
      assertThat(posting(server, "Origin: " + other + "\r\n")).as(other).contains("403");
    }
  }

  private static String posting(SharedServer server, String headers) {
    return RawTls.answer(
        server.port(),
        "POST /hello HTTP/1.1\r\nHost: localhost:"
            + server.port()
            + "\r\nContent-Length: 0\r\nConnection: close\r\n"
            + headers
            + "\r\n");
  }

  @Test
  void makesAnotherCertificateWhenTheMachineMovesAndCutsNothingOff() {
    var server = open();
    try (var before = server.client("");
        var after = server.client("")) {
      before.get(server.address() + "/hello");
      // As the system tells them: with the card they are of.
      server.machine.move("10.0.0.7", "fd00::7%1");
      server.listener.lookAgain();

      assertThat(before.get(server.address() + "/hello").statusCode()).isEqualTo(200);
      assertThat(after.get(server.address() + "/hello").statusCode()).isEqualTo(200);
      assertThat(addresses(before)).contains("192.168.1.5").doesNotContain("10.0.0.7");
      assertThat(addresses(after)).contains("10.0.0.7").doesNotContain("192.168.1.5");
      assertThat(server.listener.place().orElseThrow().addresses())
          .containsExactly(
              "https://10.0.0.7:" + server.port(), "https://[fd00::7]:" + server.port());
      assertThat(asking(server, "[fd00::7]:" + server.port())).contains("200 OK");
      assertThat(asking(server, "192.168.1.5:" + server.port())).contains("421");
    }
  }

  @Test
  void makesAnotherCertificateBeforeTheOldOneEnds() {
    clock.advance(Duration.ofDays(-25));
    var server = open();
    try (var before = server.client("");
        var after = server.client("")) {
      before.get(server.address() + "/hello");
      server.listener.lookAgain();
      clock.advance(Duration.ofDays(25));
      server.listener.lookAgain();
      after.get(server.address() + "/hello");

      assertThat(after.seen().getNotAfter()).isAfter(before.seen().getNotAfter());
    }
  }

  @Test
  void keepsItsFingerprintFromOneStartToTheNext() {
    var server = open();
    var first = server.listener.fingerprint();
    server.close();

    assertThat(open().listener.fingerprint()).isEqualTo(first).isPresent();
  }

  @Test
  void announcesItselfWhileItIsOpenAndNotLonger() {
    var server = open();
    server.listener.announce(new Announcement("a1b2", "The lab"));
    assertThat(server.machine.heard()).containsExactly("The lab");

    server.listener.close();

    assertThat(server.machine.heard()).isEmpty();
    assertThat(server.listener.place()).isEmpty();
  }

  @Test
  void opensAgainAfterItWasClosed() {
    var server = open();
    server.listener.close();
    server.listener.open();

    try (var client = server.client("")) {
      assertThat(client.get(server.address() + "/hello").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void saysThatItsPortIsTaken() throws IOException {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var machine = new ScriptedMachine();
      var listener =
          new NetworkListener(
              folder,
              new NetworkListener.Options(null, List.of(taken.getLocalPort()), Set.of()),
              machine.around(clock, new CountingIds()));
      listener.serve(faces, _ -> {});

      assertThat(Problems.of(listener::open))
          .isEqualTo(
              new Problem.Unavailable(
                  "Port %d is taken by another program; choose another one with --share-port."
                      .formatted(taken.getLocalPort())));
    }
  }

  private static String addresses(NetworkClient client) {
    try {
      return client.seen().getSubjectAlternativeNames().toString();
    } catch (CertificateParsingException e) {
      throw new AssertionError(e);
    }
  }
}
