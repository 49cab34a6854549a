package org.colloquy.server.tool.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import org.colloquy.model.Problem;
import org.colloquy.server.Problems;
import org.colloquy.server.core.turn.Occasions;
import org.junit.jupiter.api.Test;

class TellTimeTest {
  private final TellTime tool =
      new TellTime(
          InstantSource.fixed(Instant.parse("2026-07-01T22:30:00Z")), ZoneId.of("Europe/Berlin"));

  @Test
  void tellsTheTimeHereAndElsewhere() {
    assertThat(tool.run(Occasions.ANY, "{}"))
        .isEqualTo("Thursday, 2026-07-02 00:30:00 +02:00 (Europe/Berlin)");
    assertThat(tool.run(Occasions.ANY, "{\"zone\":\"America/Bogota\"}"))
        .isEqualTo("Wednesday, 2026-07-01 17:30:00 -05:00 (America/Bogota)");
  }

  @Test
  void knowsWhatIsNoTimeZone() {
    assertThat(Problems.of(() -> tool.run(Occasions.ANY, "{\"zone\":\"Atlantis\"}")))
        .isInstanceOf(Problem.Invalid.class);
  }
}
