package org.colloquy.server.llm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.colloquy.model.Problem.Upstream;
import org.colloquy.model.Problem.UpstreamFault;
import org.colloquy.model.StopReason;
import org.colloquy.server.core.provider.Secret;
import org.colloquy.server.core.turn.Gate;
import org.colloquy.server.llm.http.TimeLimits;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// What every adapter does when its provider does not do its part.
class AdapterFailuresTest extends AdapterCase {
  @Override
  TimeLimits limits() {
    return new TimeLimits(Duration.ofSeconds(5), Duration.ofMillis(400), Duration.ofMillis(400));
  }

  static Stream<Arguments> statuses() {
    return Stream.of(Tongue.values())
        .flatMap(tongue ->
            Stream.of(
                Arguments.of(tongue, 400, UpstreamFault.REFUSED),
                Arguments.of(tongue, 401, UpstreamFault.WRONG_KEY),
                Arguments.of(tongue, 402, UpstreamFault.NO_CREDIT),
                Arguments.of(tongue, 403, UpstreamFault.WRONG_KEY),
                Arguments.of(tongue, 404, UpstreamFault.NO_MODEL),
                Arguments.of(tongue, 413, UpstreamFault.REFUSED),
                Arguments.of(tongue, 500, UpstreamFault.FAILED)));
  }

  @ParameterizedTest
  @MethodSource("statuses")
  void saysWhatAStatusMeansWithTheProvidersWords(Tongue tongue, int status, UpstreamFault fault) {
    provider.answers(status, tongue.refusal("So it is, " + KEY));

    assertThat(askInVain(tongue))
        .isEqualTo(new Upstream("Scripted", fault, status, "So it is, •••"));
    assertThat(provider.requests()).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource
  void asksForAKeyWhenNoneWasSent(Tongue tongue) {
    provider.answers(401, tongue.refusal("who are you?"));
    var model = modelAt(provider.address(), tongue, null);

    assertThat(failure(() -> model.stream(PROMPT, heard, cancellation)).fault())
        .isEqualTo(UpstreamFault.NO_KEY);
  }

  @ParameterizedTest
  @EnumSource
  void triesAgainWhenThereAreTooManyRequests(Tongue tongue) {
    provider.answers(429, tongue.refusal("slow down"));
    provider.answers(429, tongue.refusal("slow down"), "Retry-After: 2");
    streams(tongue.says("at", " last"));

    ask(tongue);

    assertThat(heard.words()).containsExactly("at", " last");
    assertThat(pauses.get(0)).isBetween(Duration.ofMillis(250), Duration.ofMillis(750));
    assertThat(pauses.get(1)).isBetween(Duration.ofSeconds(2), Duration.ofMillis(2100));
  }

  @ParameterizedTest
  @EnumSource
  void givesUpAfterTwoMoreTries(Tongue tongue) {
    provider.answers(429, tongue.refusal("slow down"));

    assertThat(askInVain(tongue))
        .isEqualTo(new Upstream("Scripted", UpstreamFault.RATE_LIMITED, 429, "slow down"));
    assertThat(provider.requests()).hasSize(3);
  }

  @ParameterizedTest
  @EnumSource
  void triesAgainWhenTheProviderIsOverloaded(Tongue tongue) {
    provider.answers(503, "<html>Bad gateway</html>");
    streams(tongue.says("a", "b"));

    ask(tongue);

    assertThat(heard.words()).containsExactly("a", "b");
  }

  @ParameterizedTest
  @EnumSource(names = "OLLAMA", mode = EnumSource.Mode.EXCLUDE)
  void triesAgainWhenTheStreamBeginsWithARefusal(Tongue tongue) {
    streams(tongue.framed(tongue.failure("slow down")));
    streams(tongue.says("a", "b"));

    ask(tongue);

    assertThat(heard.words()).containsExactly("a", "b");
    assertThat(pauses).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource
  void neverTriesAgainAfterTheFirstWord(Tongue tongue) {
    streams(
        begin(tongue) + tongue.framed(tongue.word("half")), tongue.framed(tongue.failure("no")));

    var failure = askInVain(tongue);

    assertThat(failure.fault()).isIn(UpstreamFault.RATE_LIMITED, UpstreamFault.FAILED);
    assertThat(failure.said()).isEqualTo("no");
    assertThat(heard.words()).containsExactly("half");
    assertThat(provider.requests()).hasSize(1);
    assertThat(pauses).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void doesNotWaitForeverForTheHead(Tongue tongue) {
    provider.sends(_ -> {});

    assertThat(askInVain(tongue).fault()).isEqualTo(UpstreamFault.TIMEOUT);
  }

  @ParameterizedTest
  @EnumSource
  void doesNotWaitForeverInTheMiddle(Tongue tongue) {
    var gate = new Gate();
    provider.sends(connection -> {
      connection.beginStream();
      connection.chunk(bytes(begin(tongue) + tongue.framed(tongue.word("a"))));
      gate.pass();
    });

    assertThat(askInVain(tongue).fault()).isEqualTo(UpstreamFault.TIMEOUT);
    assertThat(heard.words()).containsExactly("a");
    gate.open();
  }

  @ParameterizedTest
  @EnumSource
  void noticesThatTheConnectionWasCut(Tongue tongue) {
    provider.sends(connection -> {
      connection.beginStream();
      connection.chunk(bytes(begin(tongue) + tongue.framed(tongue.word("a"))));
      connection.close();
    });

    assertThat(askInVain(tongue).fault()).isEqualTo(UpstreamFault.CUT);
    assertThat(heard.words()).containsExactly("a");
  }

  @ParameterizedTest
  @EnumSource
  void noticesThatTheEndIsMissing(Tongue tongue) {
    streams(begin(tongue) + tongue.framed(tongue.word("a")));

    assertThat(askInVain(tongue).fault()).isEqualTo(UpstreamFault.CUT);
    assertThat(heard.words()).containsExactly("a");
  }

  @ParameterizedTest
  @EnumSource(names = {"CHAT", "ANTHROPIC"})
  void takesAnAnswerAsWholeOnceTheModelSaidWhyItStopped(Tongue tongue) {
    var end = tongue.end();
    var most =
        String.join("", end.subList(0, end.size() - 1).stream().map(tongue::framed).toList());
    streams(begin(tongue) + tongue.framed(tongue.word("a")) + most);

    assertThat(ask(tongue).stopReason()).isEqualTo(StopReason.STOP);
  }

  @ParameterizedTest
  @EnumSource
  void keepsWhatWasSaidBeforeAMalformedPiece(Tongue tongue) {
    streams(begin(tongue) + tongue.framed(tongue.word("half")) + tongue.framed("{oops"));

    assertThat(askInVain(tongue).fault()).isEqualTo(UpstreamFault.NONSENSE);
    assertThat(heard.words()).containsExactly("half");
  }

  static Stream<Arguments> nonsense() {
    var bodies =
        List.of(
            "<!DOCTYPE html><html><body>Welcome</body></html>", "", "Hello there\n\n", "[7]", "7");
    return Stream.of(Tongue.values())
        .flatMap(tongue -> bodies.stream().map(body -> Arguments.of(tongue, body)));
  }

  @ParameterizedTest
  @MethodSource("nonsense")
  void saysThatAnAddressIsNotAProvider(Tongue tongue, String body) {
    provider.answers(200, body, "Content-Type: text/html");

    assertThat(askInVain(tongue).fault()).isEqualTo(UpstreamFault.NONSENSE);
  }

  @ParameterizedTest
  @EnumSource
  void takesLongLinesButNotEndlessOnes(Tongue tongue) {
    var longWord = "x".repeat(500_000);
    streams(tongue.says(longWord, "!"));
    provider.sends(connection -> {
      connection.beginStream();
      for (int i = 0; i < 200; i++) {
        connection.chunk(bytes("data: ".repeat(2000)));
      }
    });

    ask(tongue);

    assertThat(heard.words()).containsExactly(longWord, "!");
    assertThat(askInVain(tongue).fault()).isEqualTo(UpstreamFault.NONSENSE);
  }

  @ParameterizedTest
  @EnumSource
  void readsAStreamHoweverItIsCutAndWhateverItsLineEnds(Tongue tongue) {
    var stream =
        bytes(tongue.says("é漢👩‍🔬", "!").replace("data: ", "data:").replace("\n", "\r\n"));
    for (int cut = 1; cut < stream.length; cut++) {
      int at = cut;
      provider
          .forgets()
          .sends(connection -> {
            connection.beginStream();
            connection.chunk(Arrays.copyOfRange(stream, 0, at));
            connection.chunk(Arrays.copyOfRange(stream, at, stream.length));
            connection.endStream();
          });
      heard.words().clear();

      var reply = ask(tongue);

      assertThat(heard.words()).as("cut at %d", at).containsExactly("é漢👩‍🔬", "!");
      assertThat(reply.usage().input()).isEqualTo(7);
      assertThat(reply.usage().output()).isEqualTo(2);
    }
  }

  @ParameterizedTest
  @EnumSource
  void saysThatNobodyIsThere(Tongue tongue) throws IOException {
    int port;
    try (var closed = new ServerSocket(0)) {
      port = closed.getLocalPort();
    }

    assertThat(faultAt("http://localhost:" + port + "/v1", tongue))
        .isEqualTo(UpstreamFault.UNREACHABLE);
    assertThat(faultAt("http://no-such-host.invalid/v1", tongue))
        .isEqualTo(UpstreamFault.UNREACHABLE);
  }

  @ParameterizedTest
  @EnumSource
  void saysThatAPlainServerCannotSpeakSecurely(Tongue tongue) throws IOException {
    try (var plain = new ServerSocket(0)) {
      Thread.ofVirtual().start(() -> refuse(plain));

      assertThat(faultAt("https://localhost:" + plain.getLocalPort() + "/v1", tongue))
          .isEqualTo(UpstreamFault.TLS);
    }
  }

  private UpstreamFault faultAt(String address, Tongue tongue) {
    var model = modelAt(address, tongue, Secret.of(KEY));
    return failure(() -> model.stream(PROMPT, heard, cancellation)).fault();
  }

  private static String begin(Tongue tongue) {
    return String.join("", tongue.begin().stream().map(tongue::framed).toList());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static void refuse(ServerSocket plain) {
    try (var socket = plain.accept()) {
      socket.getOutputStream().write(bytes("HTTP/1.1 400 Bad Request\r\n\r\n"));
      socket.getInputStream().readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
