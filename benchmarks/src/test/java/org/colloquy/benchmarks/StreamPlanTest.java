package org.colloquy.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class StreamPlanTest {
  @Test
  void readsItsOwnDirective() {
    StreamPlan plan = new StreamPlan(100, 20);

    assertThat(in("{\"content\":\"Hello " + plan.directive() + "\"}")).isEqualTo(plan);
  }

  @Test
  void takesTheLastOneForTheOthersAreHistory() {
    assertThat(in("[[tokens=1 delay=2]] ... é ... [[tokens=30 delay=4]]"))
        .isEqualTo(new StreamPlan(30, 4));
  }

  @Test
  void isShortWithoutADirective() {
    assertThat(in("[[tokens=many delay=2]]")).isEqualTo(StreamPlan.SHORT);
  }

  @Test
  void lastsAsLongAsThePausesBetweenItsTokens() {
    assertThat(new StreamPlan(101, 20).nanos()).isEqualTo(2_000_000_000L);
    assertThat(new StreamPlan(0, 20).nanos()).isZero();
  }

  private static StreamPlan in(String body) {
    return StreamPlan.in(body.getBytes(StandardCharsets.UTF_8));
  }
}
