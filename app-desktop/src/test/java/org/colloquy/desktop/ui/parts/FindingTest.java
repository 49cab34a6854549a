package org.colloquy.desktop.ui.parts;

import static org.assertj.core.api.Assertions.assertThat;

import org.colloquy.desktop.ui.parts.Finding.Stretch;
import org.junit.jupiter.api.Test;

class FindingTest {
  @Test
  void findsWithoutCaseAndAccents() {
    assertThat(Finding.in("Café, CAFE, cafe\u0301!", "cafe"))
        .containsExactly(new Stretch(0, 4), new Stretch(6, 10), new Stretch(12, 17));
    assertThat(Finding.in("cafe", "É")).containsExactly(new Stretch(3, 4));
  }

  @Test
  void findsBehindLettersOfTwoUnits() {
    assertThat(Finding.in("😀 Ünï 😀", "uni")).containsExactly(new Stretch(3, 6));
    assertThat(Finding.in("😀😀", "😀")).containsExactly(new Stretch(0, 2), new Stretch(2, 4));
  }

  @Test
  void findsNoPlaceTwiceAndNothingForNothing() {
    assertThat(Finding.in("aaaa", "aa")).containsExactly(new Stretch(0, 2), new Stretch(2, 4));
    assertThat(Finding.in("text", "")).isEmpty();
    assertThat(Finding.in("text", "\u0301")).isEmpty();
    assertThat(Finding.in("", "x")).isEmpty();
  }
}
