package org.colloquy.server.llm.openai;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.server.llm.ProviderConnection;
import org.colloquy.server.llm.http.TimeLimits;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/// What a provider sends that is broken, or means harm.
class UpstreamFuzzTest extends ChatModelCase {
  private static final int ANSWERS = 20;

  @Override
  TimeLimits limits() {
    return new TimeLimits(Duration.ofSeconds(5), Duration.ofMillis(500), Duration.ofMillis(500));
  }

  private static final String STREAM =
      """
      : a comment

      data: {"choices":[{"index":0,"delta":{"role":"assistant","content":"Hei 🙂"}}]}

      event: x
      data: {"choices":[{"delta":{"tool_calls":[{"index":0,"id":"c","function":{"name":"f",
      data: "arguments":"{\\"a\\":1}"}}]}}]}

      data: {"choices":[{"delta":{},"finish_reason":"stop"}],"usage":{"prompt_tokens":1,"completion_tokens":2}}

      data: [DONE]

      """;

  private static byte[] broken(Random random) {
    var bytes = STREAM.getBytes(StandardCharsets.UTF_8);
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

  @RepeatedTest(ANSWERS)
  void isAnAnswerOrAFailureOfTheProvider(RepetitionInfo repetition) {
    for (int i = 0; i < ANSWERS; i++) {
      var random = new Random(repetition.getCurrentRepetition() * ANSWERS + i);
      provider.forgets().sends(connection -> send(connection, broken(random), random));
      try {
        assertThat(ask()).isNotNull();
      } catch (ProblemException e) {
        assertThat(e.problem()).isInstanceOf(Problem.Upstream.class);
      }
    }
  }

  @Test
  void refusesNestingThatIsTooDeep() {
    var deep = "{\"choices\":" + "[".repeat(70) + "]".repeat(70) + "}";
    provider.sends(connection -> {
      connection.beginStream();
      connection.event(deep);
    });

    assertThat(askInVain().fault()).isEqualTo(Problem.UpstreamFault.NONSENSE);
  }
}
