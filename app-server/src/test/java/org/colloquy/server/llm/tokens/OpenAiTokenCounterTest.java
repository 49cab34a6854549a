package org.colloquy.server.llm.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OpenAiTokenCounterTest {
  private final OpenAiTokenCounter counter = new OpenAiTokenCounter();

  @Test
  void countsAsTheTokenizerCuts() {
    assertThat(counter.count("")).isZero();
    assertThat(counter.count("Hello world")).isEqualTo(2);
    assertThat(counter.count("Grüße, 世界 👋")).isBetween(5, 9);
  }

  @Test
  void takesTheTokenizersOwnMarksForWords() {
    assertThat(counter.count("<|endoftext|>")).isGreaterThan(1);
  }

  @Test
  void countsLongTextsWithoutBlanks() {
    assertThat(counter.count("a".repeat(200_000))).isBetween(1_000, 200_000);
  }
}
