package org.colloquy.desktop.ui.usage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.colloquy.desktop.client.UsageEntry;
import org.colloquy.desktop.ui.parts.usage.UsageDays;
import org.colloquy.desktop.ui.usage.UsageBars.Bar;
import org.colloquy.desktop.ui.usage.UsageViewModel.By;
import org.colloquy.desktop.ui.usage.UsageViewModel.Measure;
import org.junit.jupiter.api.Test;

class UsageBarsTest {
  private static UsageEntry entry(String of, String name, long input, long cost) {
    return new UsageEntry(of, name, 1, input, 1, 0, 0, 0, 0, cost, 0);
  }

  private static UsageDays days(String first, String last) {
    return new UsageDays(LocalDate.parse(first), LocalDate.parse(last));
  }

  @Test
  void aDayOnWhichNothingWasUsedHasItsPlace() {
    var bars =
        UsageBars.of(
            By.DAY,
            days("2026-03-01", "2026-03-03"),
            Measure.TOKENS,
            List.of(entry("2026-03-03", "", 7, 0), entry("2026-03-01", "", 5, 0)));
    assertThat(bars).extracting(Bar::input).containsExactly(5.0, 0.0, 7.0);
  }

  @Test
  void aLongTimeIsShownByMonth() {
    var bars =
        UsageBars.of(
            By.DAY,
            days("2026-01-15", "2026-06-02"),
            Measure.TOKENS,
            List.of(entry("2026-06-01", "", 7, 0), entry("2026-06-02", "", 5, 0)));
    assertThat(bars).hasSize(6);
    assertThat(bars.getLast()).isEqualTo(new Bar("2026-06", 12, 2, 0));
  }

  @Test
  void theSmallestAreShownTogether() {
    var many = IntStream.range(0, 12).mapToObj(i -> entry("model-" + i, "Lab", i, 12 - i)).toList();
    var days = days("2026-03-01", "2026-03-03");
    var byTokens = UsageBars.of(By.MODEL, days, Measure.TOKENS, many);
    assertThat(byTokens).hasSize(8);
    assertThat(byTokens.getFirst().label()).isEqualTo("model-11 (Lab)");
    assertThat(byTokens.getLast().input()).isEqualTo(0 + 1 + 2 + 3 + 4);
    assertThat(UsageBars.of(By.MODEL, days, Measure.COST, many).getFirst().label())
        .isEqualTo("model-0 (Lab)");
  }
}
