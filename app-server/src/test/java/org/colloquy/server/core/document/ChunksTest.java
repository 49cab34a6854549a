package org.colloquy.server.core.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ChunksTest {
  private static String sentence(int words) {
    return IntStream.range(0, words)
        .mapToObj(place -> "word" + place)
        .collect(Collectors.joining(" ", "", ". "));
  }

  private static int words(String text) {
    return text.strip().split("\\s+").length;
  }

  private static List<String> of(String page) {
    return Chunks.of(page).stream().map(span -> page.substring(span.start(), span.end())).toList();
  }

  @Test
  void putsShortParagraphsTogetherAndBeginsAnewAtAHeading() {
    var page =
        sentence(60).strip() + "\n\n" + sentence(50).strip() + "\n\n2 Methods\n\n" + sentence(130);

    var chunks = of(page);

    assertThat(chunks).hasSize(2);
    assertThat(words(chunks.getFirst())).isEqualTo(110);
    assertThat(chunks.getLast()).startsWith("2 Methods\n\nword0");
  }

  @Test
  void dividesALongParagraphAtItsSentencesAndRepeatsTheLastOne() {
    var page = sentence(20).repeat(40);

    var chunks = of(page);

    assertThat(chunks)
        .hasSizeGreaterThan(3)
        .allSatisfy(chunk -> {
          assertThat(words(chunk)).isLessThanOrEqualTo(Chunks.MOST + 30);
          assertThat(chunk).startsWith("word0").endsWith("word19.");
        });
    var spans = Chunks.of(page);
    for (int i = 1; i < spans.size(); i++) {
      assertThat(spans.get(i).start())
          .isBetween(spans.get(i - 1).start() + 1, spans.get(i - 1).end());
    }
  }

  @Test
  void losesNoWordOfAPage() {
    var page = sentence(500) + "\n\n" + sentence(3) + "\n\nShort\n\n" + sentence(777) + "end";
    int covered = 0;
    for (var span : Chunks.of(page)) {
      assertThat(page.substring(covered, Math.max(covered, span.start()))).isBlank();
      covered = Math.max(covered, span.end());
    }
    assertThat(page.substring(covered)).isBlank();
  }

  @Test
  void livesWithPagesOfAllKinds() {
    assertThat(Chunks.of("")).isEmpty();
    assertThat(Chunks.of(" \n\n \n")).isEmpty();
    assertThat(of("one")).containsExactly("one");
    assertThat(of("字".repeat(2_000))).hasSizeGreaterThan(3);
    assertThat(of("x".repeat(100_000))).isNotEmpty();
  }
}
