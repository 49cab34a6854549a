package org.colloquy.server.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.colloquy.server.core.memory.Meaning;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The real model.
class LazyEmbedderTest {
  private static final LazyEmbedder EMBEDDER = new LazyEmbedder();

  private static double likeness(String one, String other) {
    var vectors = EMBEDDER.embed(List.of(one, other));
    return Meaning.of(vectors.getFirst()).likeness(Meaning.of(vectors.getLast()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Where do I live? | The user's home is in Bergen | Samples are kept at -80 °C",
        "How cold must the freezer be? | Samples are kept at -80 °C | The user's home is in Bergen",
        "What is my dog called? | The user has a puppy named Fido | The grant proposal is due in"
            + " May",
        "How should pressures be reported? | Give pressures in bar | The user prefers gala apples"
      })
  void seesWhichOfTwoFactsAQuestionIsAbout(String question, String fact, String other) {
    assertThat(likeness(question, fact)).isGreaterThan(likeness(question, other) + 0.1);
  }

  @Test
  void givesVectorsOfLengthOneThatDependOnTheTextOnly() {
    var long1 = "Core samples were taken. ".repeat(400);
    var vectors = EMBEDDER.embed(List.of("Hello", long1, "", "Hello"));

    assertThat(vectors)
        .hasSize(4)
        .allSatisfy(vector -> {
          assertThat(vector).hasSize(384);
          double squares = 0;
          for (float value : vector) {
            squares += value * value;
          }
          assertThat(squares).isCloseTo(1, within(1e-4));
        });
    assertThat(vectors.getFirst()).isEqualTo(vectors.getLast());
    assertThat(EMBEDDER.isReady()).isTrue();
  }

  @Test
  void meansTheSameWhenItIsMadeCoarse() {
    var vectors = EMBEDDER.embed(List.of("The user works on methane", "methane emissions"));
    var exact = 0.0;
    for (int i = 0; i < vectors.getFirst().length; i++) {
      exact += vectors.getFirst()[i] * vectors.getLast()[i];
    }
    var coarse = Meaning.of(Meaning.of(vectors.getFirst()).bytes());

    assertThat(coarse.likeness(Meaning.of(vectors.getLast()))).isCloseTo(exact, within(0.01));
  }
}
