package org.colloquy.server.llm.openai;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Random;
import org.colloquy.model.Problem.Upstream;
import org.colloquy.model.Problem.UpstreamFault;
import org.colloquy.server.core.provider.Secret;
import org.colloquy.server.core.turn.Gate;
import org.colloquy.server.llm.ProviderConnection;
import org.colloquy.server.llm.ProviderJson;
import org.colloquy.server.llm.http.HttpConnections;
import org.colloquy.server.llm.http.TimeLimits;
import org.colloquy.server.llm.wire.Retries;
import org.colloquy.server.llm.wire.WireChatModel;
import org.colloquy.server.outbound.Ways;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OpenAiFailuresTest extends ChatModelCase {

  @Override
  TimeLimits limits() {
    return new TimeLimits(Duration.ofSeconds(2), Duration.ofMillis(300), Duration.ofMillis(300));
  }

  @ParameterizedTest
  @CsvSource({
    "400, REFUSED",
    "401, WRONG_KEY",
    "402, NO_CREDIT",
    "403, WRONG_KEY",
    "404, NO_MODEL",
    "409, REFUSED",
    "413, REFUSED",
    "422, REFUSED",
    "500, FAILED",
    "501, FAILED",
    "504, FAILED"
  })
  void saysWhatAStatusMeans(int status, UpstreamFault fault) {
    provider.answers(status, ProviderJson.error("So it is."));

    assertThat(askInVain()).isEqualTo(new Upstream("Scripted", fault, status, "So it is."));
    assertThat(provider.requests()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403})
  void asksForAKeyWhenNoneWasSent(int status) {
    provider.answers(status, "");

    var failure = failure(() -> model(null).stream(PROMPT, heard, cancellation));

    assertThat(failure.fault()).isEqualTo(UpstreamFault.NO_KEY);
  }

  @Test
  void tellsAnEmptyAccountFromTooManyRequests() {
    provider.answers(
        429,
        "{\"error\":{\"message\":\"You exceeded your quota\",\"code\":\"insufficient_quota\"}}",
        "Retry-After: 1");

    assertThat(askInVain().fault()).isEqualTo(UpstreamFault.NO_CREDIT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"error\":\"Why\"}",
        "{\"message\":\"Why\"}",
        "{\"detail\":\"Why\"}",
        "{\"error\":{\"message\":\"Why\"}}",
        "<html><head><style>p{}</style></head><body><p>Why</p></body></html>",
        "  Why\r\n"
      })
  void findsTheProvidersWords(String body) {
    provider.answers(400, body);

    assertThat(askInVain().said()).isEqualTo("Why");
  }

  @Test
  void blotsKeysOutOfTheProvidersWordsAndKeepsThemShort() {
    provider.answers(
        401,
        ProviderJson.error(
            "Incorrect key "
                + KEY
                + " or sk-proj-abc***xyz, header Bearer abc.def! "
                + "x".repeat(999)));

    var said = askInVain().said();

    assertThat(said)
        .startsWith("Incorrect key ••• or •••, header •••")
        .doesNotContain("abc", "1234")
        .hasSize(300);
  }

  @ParameterizedTest
  @ValueSource(strings = {"key with spaces", "ключ", "a\nb", " "})
  void doesNotSendWhatCannotBeAKey(String pasted) {
    var failure = failure(() -> model(Secret.of(pasted)).stream(PROMPT, heard, cancellation));

    assertThat(failure.fault()).isEqualTo(UpstreamFault.WRONG_KEY);
    assertThat(provider.requests()).isEmpty();
  }

  @Test
  void doesNotFollowARedirectWithTheKey() {
    provider.answers(307, "", "Location: http://localhost:1/elsewhere");

    var failure = askInVain();

    assertThat(failure.fault()).isEqualTo(UpstreamFault.NONSENSE);
    assertThat(failure.said()).isEqualTo("Moved to http://localhost:1/elsewhere");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE html><html><body>Welcome</body></html>",
        "",
        "Hello there\n\n",
        "{\"hello\":1}",
        "{\"broken",
        "data: {\"broken\n\n",
        "data: 7\n\n"
      })
  void saysThatAnAddressIsNotAProvider(String body) {
    provider.answers(200, body);

    assertThat(askInVain().fault()).isEqualTo(UpstreamFault.NONSENSE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SSH-2.0-OpenSSH_9.2\r\n",
        "HTTP/2 200\r\n\r\n",
        "HTTP/1.1 abc\r\n\r\n",
        "HTTP/1.1 200 OK\r\nno colon\r\n\r\n",
        "HTTP/1.1 101 Switching\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip, chunked\r\n\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n: XX\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nfffffffffffffffff\r\n"
      })
  void saysThatTheBytesAreNotTheProtocol(String bytes) {
    provider.sends(connection -> connection.raw(bytes));

    assertThat(askInVain().fault()).isEqualTo(UpstreamFault.NONSENSE);
  }

  @Test
  void doesNotReadAnEndlessHead() {
    provider.sends(connection -> {
      connection.raw("HTTP/1.1 200 OK\r\n");
      for (int i = 0; i < 2000; i++) {
        connection.raw("X-Header-" + i + ": " + "x".repeat(50) + "\r\n");
      }
    });

    assertThat(askInVain().fault()).isEqualTo(UpstreamFault.NONSENSE);
  }

  @Test
  void doesNotReadAnEndlessLine() {
    provider.sends(connection -> {
      connection.beginStream();
      for (int i = 0; i < 200; i++) {
        connection.chunk("data: ".repeat(2000).getBytes(UTF_8));
      }
    });

    assertThat(askInVain().fault()).isEqualTo(UpstreamFault.NONSENSE);
  }

  @Test
  void keepsWhatWasSaidBeforeAnErrorInTheStream() {
    provider.sends(connection -> {
      connection.beginStream();
      connection.event(ProviderJson.delta("half"));
      connection.event(ProviderJson.error("Overloaded"));
      connection.endStream();
    });

    assertThat(askInVain())
        .isEqualTo(new Upstream("Scripted", UpstreamFault.FAILED, 200, "Overloaded"));
    assertThat(heard.words()).containsExactly("half");
  }

  @Test
  void understandsAStatusInsideTheStream() {
    provider.sends(connection -> {
      connection.beginStream();
      connection.event("{\"error\":{\"code\":429,\"message\":\"slow down\"}}");
      connection.endStream();
    });

    assertThat(askInVain().fault()).isEqualTo(UpstreamFault.RATE_LIMITED);
  }

  @Test
  void keepsWhatWasSaidBeforeAMalformedPiece() {
    provider.sends(connection -> {
      connection.beginStream();
      connection.event(ProviderJson.delta("half"));
      connection.event("{oops");
      connection.endStream();
    });

    assertThat(askInVain().fault()).isEqualTo(UpstreamFault.NONSENSE);
    assertThat(heard.words()).containsExactly("half");
  }

  @Test
  void noticesThatTheConnectionWasCut() {
    provider.says("a", "b", "c").cutsAfter(2);

    assertThat(askInVain().fault()).isEqualTo(UpstreamFault.CUT);
    assertThat(heard.words()).containsExactly("a", "b");
  }

  @Test
  void noticesThatTheConnectionWasReset() {
    provider.sends(connection -> {
      connection.beginStream();
      connection.event(ProviderJson.delta("a"));
      connection.reset();
    });

    assertThat(askInVain().fault()).isEqualTo(UpstreamFault.CUT);
  }

  @Test
  void noticesThatTheStreamEndedEarly() {
    provider.sends(connection -> {
      connection.beginStream();
      connection.event(ProviderJson.delta("a"));
      connection.endStream();
    });

    assertThat(askInVain().fault()).isEqualTo(UpstreamFault.CUT);
  }

  @Test
  void noticesThatItHangsUpWithoutAnswering() {
    provider.sends(ProviderConnection::close);

    assertThat(askInVain().fault()).isEqualTo(UpstreamFault.CUT);
  }

  @Test
  void doesNotWaitForeverForTheFirstByte() {
    provider.sends(_ -> {});

    assertThat(askInVain().fault()).isEqualTo(UpstreamFault.TIMEOUT);
  }

  @Test
  void doesNotWaitForeverInTheMiddle() {
    var gate = new Gate();
    provider.says("a", "b").pausesAfter(1, gate);

    assertThat(askInVain().fault()).isEqualTo(UpstreamFault.TIMEOUT);
    assertThat(heard.words()).containsExactly("a");
    gate.open();
  }

  @Test
  void doesNotWaitForeverForASecureConnection() throws IOException {
    try (var silent = new ServerSocket(0)) {
      try (var hurried =
          new HttpConnections(
              new TimeLimits(Duration.ofMillis(300), Duration.ofSeconds(5), Duration.ofSeconds(5)),
              Ways.anywhere())) {
        var retries = new Retries(new Random(1), (time, _) -> pauses.add(time));
        var there = providerAt("https://localhost:" + silent.getLocalPort() + "/v1");
        var model =
            new WireChatModel(
                hurried, retries, OpenAi.endpoint(there, null), ChatCompletions.of(there));

        var failure = failure(() -> model.stream(PROMPT, heard, cancellation));

        assertThat(failure.fault()).isEqualTo(UpstreamFault.TIMEOUT);
      }
    }
  }

  @Test
  void saysThatNobodyIsThere() throws IOException {
    int port;
    try (var closed = new ServerSocket(0)) {
      port = closed.getLocalPort();
    }

    assertThat(faultAt("http://localhost:" + port + "/v1")).isEqualTo(UpstreamFault.UNREACHABLE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://no-such-host.invalid/v1",
        "ftp://localhost/v1",
        "not an address",
        "",
        "localhost:8000/v1",
        "http://localhost:99999/v1",
        "http:///v1"
      })
  void saysThatAnAddressLeadsNowhere(String address) {
    assertThat(faultAt(address)).isEqualTo(UpstreamFault.UNREACHABLE);
  }

  @Test
  void saysThatAPlainServerCannotSpeakSecurely() throws IOException {
    try (var plain = new ServerSocket(0)) {
      Thread.ofVirtual().start(() -> refuse(plain));

      assertThat(faultAt("https://localhost:" + plain.getLocalPort() + "/v1"))
          .isEqualTo(UpstreamFault.TLS);
    }
  }

  @ParameterizedTest
  @CsvSource({"429, 2", "429, ''", "429, soon", "502, ''", "503, ''", "503, 3", "529, ''"})
  void triesAgainWhenTheProviderIsBusyForAMoment(int status, String after) {
    var header = after.isEmpty() ? "X-Nothing: 1" : "Retry-After: " + after;
    provider.answers(status, "", header).answers(status, "", header).says("at", " last");

    ask();

    assertThat(heard.all()).isEqualTo("at last");
    assertThat(pauses).hasSize(2).allMatch(time -> time.compareTo(Duration.ofSeconds(4)) < 0);
  }

  @Test
  void givesUpAfterTwoMoreTries() {
    provider.answers(503, ProviderJson.error("busy"));

    assertThat(askInVain()).isEqualTo(new Upstream("Scripted", UpstreamFault.FAILED, 503, "busy"));
    assertThat(provider.requests()).hasSize(3);
  }

  @ParameterizedTest
  @CsvSource({"429, Retry-After: 11", "503, Retry-After: 3600", "500, X: 1"})
  void doesNotTryAgainWhenThatIsOfNoUse(int status, String header) {
    provider.answers(status, "", header);

    askInVain();

    assertThat(provider.requests()).hasSize(1);
    assertThat(pauses).isEmpty();
  }

  private UpstreamFault faultAt(String address) {
    return failure(() -> modelAt(address, null).stream(PROMPT, heard, cancellation)).fault();
  }

  private static void refuse(ServerSocket plain) {
    try (var socket = plain.accept()) {
      socket.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(UTF_8));
      socket.getInputStream().readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
