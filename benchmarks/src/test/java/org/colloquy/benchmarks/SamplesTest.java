package org.colloquy.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SamplesTest {
  private final Samples samples = new Samples();

  @Test
  void findsPercentilesOfManyValues() {
    LongStream.rangeClosed(1, 5000).map(value -> 5001 - value).forEach(samples::add);

    assertThat(samples.percentile(0.5)).isEqualTo(2500);
    assertThat(samples.percentile(0.99)).isEqualTo(4950);
    assertThat(samples.percentile(0)).isEqualTo(1);
    assertThat(samples.percentile(1)).isEqualTo(5000);
    assertThat(samples.count()).isEqualTo(5000);
  }

  @Test
  void sortsAgainWhatIsAddedAfterAQuestion() {
    samples.add(9);
    assertThat(samples.percentile(0.5)).isEqualTo(9);
    samples.add(1);
    assertThat(samples.percentile(0.5)).isEqualTo(1);
  }

  @Test
  void isZeroWithoutValues() {
    assertThat(samples.percentile(0.99)).isZero();
  }

  @Test
  void takesTheMiddleOfAFewFigures() {
    assertThat(Samples.median(5, 1, 3)).isEqualTo(3);
    assertThat(Samples.median(4, 1, 3, 2)).isEqualTo(2.5);
  }
}
