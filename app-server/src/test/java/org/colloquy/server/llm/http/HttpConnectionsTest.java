package org.colloquy.server.llm.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.colloquy.model.Problem.UpstreamFault;
import org.colloquy.server.core.turn.Cancellation;
import org.colloquy.server.llm.ScriptedProvider;
import org.colloquy.server.outbound.Ways;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HttpConnectionsTest {
  private static final TimeLimits LIMITS =
      new TimeLimits(Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofSeconds(5));

  @Test
  void speaksSecurelyWithAServerThatItTrusts(@TempDir Path folder) throws Exception {
    var certificate = SelfSigned.make(folder, "localhost");
    try (var provider = ScriptedProvider.start(listening(certificate), "https");
        var connections =
            new HttpConnections(
                LIMITS, Ways.anywhere(), () -> certificate.context().getSocketFactory())) {
      provider.answers(200, "secret");

      assertThat(get(connections, provider.address())).isEqualTo("secret");
      assertThat(get(connections, provider.address())).isEqualTo("secret");
      assertThat(provider.acceptedConnections()).isEqualTo(1);
    }
  }

  @Test
  void refusesAServerThatNobodyVouchesFor(@TempDir Path folder) throws Exception {
    var certificate = SelfSigned.make(folder, "localhost");
    try (var provider = ScriptedProvider.start(listening(certificate), "https");
        var connections = new HttpConnections(LIMITS, Ways.anywhere())) {
      assertThat(fault(connections, provider.address())).isEqualTo(UpstreamFault.TLS);
      await().until(() -> provider.openConnections() == 0);
    }
  }

  @Test
  void refusesAServerWithAnotherName(@TempDir Path folder) throws Exception {
    var certificate = SelfSigned.make(folder, "elsewhere.example");
    try (var provider = ScriptedProvider.start(listening(certificate), "https");
        var connections =
            new HttpConnections(
                LIMITS, Ways.anywhere(), () -> certificate.context().getSocketFactory())) {
      assertThat(fault(connections, provider.address())).isEqualTo(UpstreamFault.TLS);
    }
  }

  @Test
  void dropsAConnectionThatWasClosedWhileItWasIdle() throws Exception {
    try (var provider = ScriptedProvider.start();
        var connections = new HttpConnections(LIMITS, Ways.anywhere())) {
      provider.answers(200, "one");
      get(connections, provider.address());
      provider.dropConnections();
      await().pollDelay(Duration.ofMillis(1100)).until(() -> true);

      assertThat(get(connections, provider.address())).isEqualTo("one");
      assertThat(provider.requests()).hasSize(2);
    }
  }

  @Test
  void usesAConnectionThatIdledAndLives() throws Exception {
    try (var provider = ScriptedProvider.start();
        var connections = new HttpConnections(LIMITS, Ways.anywhere())) {
      provider.answers(200, "one");
      get(connections, provider.address());
      await().pollDelay(Duration.ofMillis(1100)).until(() -> true);

      assertThat(get(connections, provider.address())).isEqualTo("one");
      assertThat(provider.acceptedConnections()).isEqualTo(1);
    }
  }

  @Test
  void readsTheAnswerToARequestThatWasNotHeardToItsEnd() throws Exception {
    try (var server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        var connections = new HttpConnections(LIMITS, Ways.anywhere())) {
      Thread.ofVirtual().start(() -> refuseEarly(server));
      var target = URI.create("http://localhost:" + server.getLocalPort() + "/");
      var call = HttpCall.post(target, Map.of(), new byte[8 * 1024 * 1024]);

      try (var answer = connections.ask(call, new Cancellation())) {
        assertThat(answer.status()).isEqualTo(413);
      }
    }
  }

  @Test
  void failsWhatIsRunningWhenClosed() throws Exception {
    var connections = new HttpConnections(LIMITS, Ways.anywhere());
    try (var provider = ScriptedProvider.start()) {
      provider.sends(_ -> connections.close());

      assertThat(
              catchThrowableOfType(
                  CancellationException.class, () -> get(connections, provider.address())))
          .isNotNull();
      await().until(() -> provider.openConnections() == 0);
    }
  }

  private static String get(HttpConnections connections, String address) throws WireFailure {
    var call = HttpCall.post(URI.create(address + "/x"), Map.of("X-Test", "1"), new byte[0]);
    try (var answer = connections.ask(call, new Cancellation())) {
      return new String(answer.beginning(1000), StandardCharsets.UTF_8);
    }
  }

  private static UpstreamFault fault(HttpConnections connections, String address) {
    var failure = catchThrowableOfType(WireFailure.class, () -> get(connections, address));
    if (failure == null) {
      throw new AssertionError("expected a failure");
    }
    return failure.fault();
  }

  private static ServerSocket listening(SelfSigned certificate) throws IOException {
    return certificate
        .context()
        .getServerSocketFactory()
        .createServerSocket(0, 10, InetAddress.getLoopbackAddress());
  }

  private static void refuseEarly(ServerSocket server) {
    try {
      var socket = server.accept();
      socket.getInputStream().readNBytes(100);
      socket
          .getOutputStream()
          .write(
              "HTTP/1.1 413 Too Large\r\nContent-Length: 0\r\n\r\n"
                  .getBytes(StandardCharsets.UTF_8));
      socket.shutdownOutput();
      socket.getInputStream().readNBytes(1024 * 1024);
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
