package org.colloquy.server.core.quota;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.colloquy.model.AccountId;
import org.colloquy.model.ModelPrice;
import org.colloquy.model.Problem;
import org.colloquy.server.Problems;
import org.colloquy.server.core.group.GroupId;
import org.colloquy.server.core.quota.Standing.Reserved;
import org.colloquy.server.core.quota.Standing.Used;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FitTest {
  private static final QuotaHolder ADA = new QuotaHolder.One(new AccountId(new UUID(0, 1)));
  private static final QuotaHolder LAB = new QuotaHolder.Group(new GroupId(new UUID(0, 2)));
  private static final Need NEED = new Need(1_000, 4_000);

  /// 2 dollars for a million tokens of prompts, 10 for a million tokens of answers.
  private static final ModelPrice PRICE = new ModelPrice(2_000_000, 10_000_000);

  private static QuotaLimits tokens(@Nullable Long day, @Nullable Long month) {
    return new QuotaLimits(day, month, null, null);
  }

  private static QuotaLimits cost(@Nullable Long day, @Nullable Long month) {
    return new QuotaLimits(null, null, day, month);
  }

  private static Standing unused(QuotaHolder of, QuotaLimits most) {
    return new Standing(new Quota(of, most), Used.NOTHING, new Reserved(0, 0));
  }

  private static int answer(@Nullable ModelPrice price, Standing... standings) {
    return new Fit(NEED, price).into(List.of(standings)).output();
  }

  private static Problem refused(@Nullable ModelPrice price, Standing... standings) {
    return Problems.of(() -> answer(price, standings));
  }

  @Test
  void leavesAnAnswerAsItIsWhereThereIsRoom() {
    assertThat(answer(PRICE, unused(ADA, tokens(5_000L, 5_000L)))).isEqualTo(4_000);
    assertThat(answer(PRICE, unused(ADA, cost(42_000L, null)))).isEqualTo(4_000);
    assertThat(answer(PRICE, unused(ADA, tokens(null, null)))).isEqualTo(4_000);
  }

  @Test
  void shortensAnAnswerToWhatTheTightestQuotaLeaves() {
    assertThat(
            answer(PRICE, unused(ADA, tokens(3_000L, 2_500L)), unused(LAB, tokens(9_000L, null))))
        .isEqualTo(1_500);
    assertThat(answer(PRICE, unused(ADA, cost(null, 5_001L)))).isEqualTo(300);
  }

  @Test
  void refusesWhatLeavesNoUsefulAnswerAndSaysWhy() {
    assertThat(refused(PRICE, unused(ADA, tokens(1_299L, null))))
        .isEqualTo(new Problem.QuotaReached("tokens today"));
    assertThat(refused(PRICE, unused(ADA, cost(null, 4_999L))))
        .isEqualTo(new Problem.QuotaReached("costs this month"));
    assertThat(refused(PRICE, unused(LAB, cost(1_999L, null))))
        .isEqualTo(new Problem.QuotaReached("your group's costs today"));
    assertThat(refused(PRICE, unused(ADA, tokens(null, 0L))))
        .isEqualTo(new Problem.QuotaReached("tokens this month"));
  }

  @Test
  void takesAShortAnswerThatWasAskedFor() {
    var fit = new Fit(new Need(1_000, 5), PRICE);
    assertThat(fit.into(List.of(unused(ADA, tokens(1_005L, null)))).output()).isEqualTo(5);
    assertThat(Problems.of(() -> fit.into(List.of(unused(ADA, tokens(1_004L, null))))))
        .isInstanceOf(Problem.QuotaReached.class);
  }

  @Test
  void countsWhatWasUsedAndWhatIsReserved() {
    var most = new QuotaLimits(10_000L, null, 100_000L, null);
    var used = new Used(3_000, 3_000, 50_000, 50_000);

    assertThat(answer(PRICE, new Standing(new Quota(ADA, most), used, new Reserved(3_500, 0))))
        .isEqualTo(2_500);
    assertThat(answer(PRICE, new Standing(new Quota(ADA, most), used, new Reserved(0, 38_000))))
        .isEqualTo(1_000);
  }

  @Test
  void reckonsWithAllOfThePromptWrittenIntoACache() {
    var dearer = new ModelPrice(2_000_000, 10_000_000, 200_000L, 2_500_000L);
    assertThat(new Fit(NEED, dearer).cost(NEED)).isEqualTo(42_500);
    assertThat(answer(dearer, unused(ADA, cost(42_499L, null)))).isLessThan(4_000);
    assertThat(answer(dearer, unused(ADA, cost(42_500L, null)))).isEqualTo(4_000);
  }

  @Test
  void countsTokensAloneWhereNoPriceIsKnown() {
    assertThat(answer(null, unused(ADA, cost(0L, 0L)))).isEqualTo(4_000);
    assertThat(new Fit(NEED, null).cost(NEED)).isZero();
  }

  @Test
  void countsEveryPartOfAMillionthOfADollar() {
    assertThat(new Fit(NEED, new ModelPrice(1, 0)).cost(new Need(1, 0))).isEqualTo(1);
    assertThat(new Fit(NEED, PRICE).cost(NEED)).isEqualTo(42_000);
    assertThat(answer(ModelPrice.FREE, unused(ADA, cost(0L, null)))).isEqualTo(4_000);
  }
}
