package org.colloquy.server.llm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.server.llm.http.TimeLimits;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What a provider sends that is broken, or means harm.
class UpstreamFuzzTest extends AdapterCase {
  private static final int ANSWERS = 200;

  @Override
  TimeLimits limits() {
    return new TimeLimits(Duration.ofSeconds(5), Duration.ofMillis(500), Duration.ofMillis(500));
  }

  private static byte[] broken(String stream, Random random) {
    var bytes = stream.getBytes(StandardCharsets.UTF_8);
    for (int i = random.nextInt(4); i >= 0; i--) {
      int at = random.nextInt(bytes.length);
      switch (random.nextInt(4)) {
        case 0 -> bytes[at] = (byte) random.nextInt(256);
        case 1 -> bytes[at] = (byte) "\n\r:{}[]\",0\\".charAt(random.nextInt(11));
        case 2 -> bytes = Arrays.copyOf(bytes, Math.max(1, at));
        default -> System.arraycopy(bytes, 0, bytes, at, bytes.length - at);
      }
    }
    return bytes;
  }

  private static void send(ProviderConnection connection, byte[] bytes, Random random)
      throws IOException {
    connection.beginStream();
    int from = 0;
    while (from < bytes.length) {
      int to = Math.min(bytes.length, from + 1 + random.nextInt(40));
      connection.chunk(Arrays.copyOfRange(bytes, from, to));
      from = to;
    }
    connection.raw("0\r\n\r\n");
  }

  @ParameterizedTest
  @EnumSource
  void isAnAnswerOrAFailureOfTheProvider(Tongue tongue) throws IOException {
    for (int i = 0; i < ANSWERS; i++) {
      var random = new Random(i);
      var stream = i % 2 == 0 ? RecordedRepliesTest.recorded(tongue) : tongue.says("Hei 🙂", "!");
      provider.forgets().sends(connection -> send(connection, broken(stream, random), random));
      try {
        assertThat(ask(tongue)).isNotNull();
      } catch (ProblemException e) {
        assertThat(e.problem()).isInstanceOf(Problem.Upstream.class);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void refusesNestingThatIsTooDeep(Tongue tongue) {
    streams(tongue.framed("{\"x\":" + "[".repeat(70) + "]".repeat(70) + "}"));

    assertThat(askInVain(tongue).fault()).isEqualTo(Problem.UpstreamFault.NONSENSE);
  }
}
