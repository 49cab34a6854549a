package org.colloquy.server.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.colloquy.model.AccountId;
import org.colloquy.model.Memory;
import org.colloquy.model.MemoryId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MemorySearchTest {
  private static final List<Memory> MEMORIES =
      List.of(
          memory(1, "The user prefers gala apples"),
          memory(2, "The user's sister is called Ingrid"),
          memory(3, "Vilde arbeider med jordskjelv i Bergen"),
          memory(4, "東京で会議があります"),
          memory(5, "Grant proposal is due on 3 May"));

  private static Memory memory(long number, String text) {
    return new Memory(
        new MemoryId(new UUID(0, number)),
        number,
        new AccountId(new UUID(0, 0)),
        null,
        text,
        Instant.EPOCH,
        Instant.EPOCH);
  }

  private static List<Long> best(String query, int most) {
    return new MemorySearch()
        .index(MEMORIES).resembling(query, most).stream().map(Memory::number).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "The User favorite flavor of apple, 1",
    "user's sister, 2",
    "sisters name, 2",
    "jordskjelvet, 3",
    "東京, 4",
    "proposals, 5",
    "grnat, 5",
  })
  void findsWordsInOtherForms(String query, long number) {
    assertThat(best(query, 1)).containsExactly(number);
  }

  @Test
  void putsTheEarlierOneFirstWhenBothFitEquallyWell() {
    var twice = List.of(memory(1, "likes tea"), memory(2, "likes tea"));

    assertThat(new MemorySearch().index(twice).resembling("tea", 2)).isEqualTo(twice);
  }

  @Test
  void findsNothingWhereNothingFits() {
    assertThat(best("quantum", 5)).isEmpty();
    assertThat(best("the of and", 5)).isEmpty();
    assertThat(best("", 5)).isEmpty();
    assertThat(new MemorySearch().index(List.of()).resembling("apple", 5)).isEmpty();
  }

  @Test
  void takesAnythingAsAQuery() {
    assertThat(best("\"( AND [* ~~ \\ \ud83d : apples^", 1)).containsExactly(1L);
    assertThat(best("word ".repeat(10_000) + "apples", 1)).isNotNull();
  }
}
