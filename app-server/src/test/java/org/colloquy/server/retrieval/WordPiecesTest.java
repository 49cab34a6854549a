package org.colloquy.server.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordPiecesTest {
  private static final List<String> PIECES =
      List.of(
          "[UNK]", "em", "##bed", "##ding", "##s", "hello", "world", "!", ",", "cafe", "北", "京",
          "a", "$", "##b", "naive", "x", "-", "ray");

  private final WordPieces pieces = new WordPieces(numbers());

  private static Map<String, Integer> numbers() {
    var numbers = new HashMap<String, Integer>();
    for (int i = 0; i < PIECES.size(); i++) {
      numbers.put(PIECES.get(i), i);
    }
    return numbers;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "embeddings | em ##bed ##ding ##s",
        "Hello, WORLD! | hello , world !",
        "Café naïve | cafe naive",
        "北京 | 北 京",
        "a$a X-ray | a $ a x - ray",
        "hello\u00a0wor\u0000ld | hello world",
        "xyz embedq | [UNK] [UNK]",
        "🙂 ab | [UNK] a ##b"
      })
  void cutsWordsIntoTheLongestPiecesItKnows(String text, String expected) {
    assertThat(pieces.of(text, 100).stream().map(PIECES::get)).containsExactly(expected.split(" "));
  }

  @Test
  void knowsNoVeryLongWordAndStopsWhereItShould() {
    assertThat(pieces.of("a".repeat(101), 9)).containsExactly(0);
    assertThat(pieces.of("hello ".repeat(50), 7)).hasSize(7);
    assertThat(pieces.of("embeddings", 2)).hasSize(2);
    assertThat(pieces.of(" \n", 9)).isEmpty();
  }
}
