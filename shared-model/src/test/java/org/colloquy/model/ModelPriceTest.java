package org.colloquy.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// What tokens cost.
class ModelPriceTest {
  private static final ModelPrice PRICE = new ModelPrice(3_000_000, 15_000_000);
  private static final ModelPrice CACHING =
      new ModelPrice(3_000_000, 15_000_000, 300_000L, 3_750_000L);

  @Test
  void isPaidForEachPartOfTheInputByItself() {
    assertThat(CACHING.of(new Usage(1_000, 100, 600, 300, 80)))
        .isEqualTo(100 * 3 + 600 * 3 / 10 + 300 * 15 / 4 + 100 * 15);
    assertThat(CACHING.of(new Usage(1_000, 100))).isEqualTo(PRICE.of(new Usage(1_000, 100)));
  }

  @Test
  void isThatOfAllInputWhereNoneIsKnownOfACache() {
    assertThat(PRICE.of(new Usage(1_000, 100, 600, 300, 80)))
        .isEqualTo(PRICE.of(new Usage(1_000, 100)));
  }

  @Test
  void isAtMostThatOfTheDearestInput() {
    assertThat(CACHING.dearestInput()).isEqualTo(3_750_000);
    assertThat(PRICE.dearestInput()).isEqualTo(3_000_000);
    assertThat(new ModelPrice(3_000_000, 0, 300_000L, null).dearestInput()).isEqualTo(3_000_000);
  }

  @Test
  void isTheSameWhenTheCacheMakesNoDifference() {
    assertThat(new ModelPrice(0, 0, 0L, 0L)).isEqualTo(ModelPrice.FREE);
  }
}
