package org.colloquy.server.llm.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.colloquy.server.core.turn.Cancellation;
import org.junit.jupiter.api.Test;

class RetriesTest {
  private final Cancellation cancellation = new Cancellation();

  @Test
  void stopsWaitingWhenCancelled() {
    var retries = Retries.waiting(new Random(1));
    cancellation.cancel();

    assertThatThrownBy(() -> retries.again(429, "9", 0, cancellation))
        .isInstanceOf(CancellationException.class);
  }

  @Test
  void waitsLongerEachTimeAndNotTheSameForEverybody() {
    List<Duration> pauses = new ArrayList<>();
    var retries = new Retries(new Random(1), (time, _) -> pauses.add(time));
    for (int i = 0; i < 50; i++) {
      assertThat(retries.again(429, "", 0, cancellation)).isTrue();
      assertThat(retries.again(429, "", 1, cancellation)).isTrue();
      assertThat(retries.again(429, "", 2, cancellation)).isFalse();
    }

    assertThat(Set.copyOf(pauses)).hasSizeGreaterThan(50);
    assertThat(pauses).allMatch(pause -> pause.toMillis() >= 250 && pause.toMillis() < 1500);
  }
}
