package org.colloquy.server.core.citation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuoteTest {
  /// What stands in the text at the place where the quote was found; empty when it was not.
  private static String found(String quote, String text) {
    return new Quote(quote)
        .in(ComparedText.of(text), 0)
        .map(place -> text.substring(place.start(), place.end()))
        .orElse("");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "the samples were kept | So the samples were kept cold.",
        "The samples were kept | So the samples were kept cold.",
        "the samples were kept cold. | So the samples were kept cold in Bergen.",
        "efficient flow | It was eﬃcient ﬂow.",
        "efficient ﬂow | It was efficient flow.",
        "the \"happy\" path | On the “happy” path we",
        "the happy path | On the “happy” path we",
        "it doesn't matter | since it doesn’t matter at",
        "dose-response curve | the dose–response curve was",
        "a word — and more | a word—and more",
        "p<0.05 in both | (p < 0.05 in both groups)",
        "p < 0.05 in both | (p<0.05 in both groups)",
        "grew at −80 °C | cells grew at -80 °C only",
        "na\u00EFve cells | the nai\u0308ve cells",
        "5 µm wide | about 5 \u03BCm wide",
        "All samples ... were cold | All samples, even these, were cold.",
        "samples were […] cold again | All samples were, they say, cold again.",
        "… samples were cold … | All samples were cold.",
        "[T]he samples were cold | Now the samples were cold.",
        "the **samples** were cold | Now the samples were cold.",
        "1,000 cells | of 1,000 cells",
        "a well-known reader | the reader: a wellknown reader",
        "37% of the ice | some 37 % of the ice",
        "37 % of the ice | some 37% of the ice",
        "the mouse's tail | in the mouse’s tail we",
        "the mouse´s tail | in the mouse's tail we",
        "the mouse’s tail | in the mouse\u02BCs tail we",
        "the mice' tails | in the mice’ tails we",
        "the years 1990-2000 | in the years 1990–2000 it",
        "the years 1990–2000 | in the years 1990\u00AD2000 it",
        "they co-operate | when they co\u00ADoperate in",
        "they cooperate | when they co\u00ADoperate in",
      })
  void isFoundWhateverPrintingAndTypingDid(String quote, String text) {
    assertThat(found(quote, text)).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "the samples were warm | So the samples were cold.",
        "the sample were cold | So the samples were cold.",
        "samples cold | So the samples were cold.",
        "12 cells | of 112 cells",
        "12 | of 12.5 cells",
        "5 cells | of 12.5 cells",
        "12 | of 12,500 cells",
        "12 | of 12 % of them",
        "80 °C | at -80 °C",
        "10^2 cells | of 102 cells",
        "10² cells | of 102 cells",
        "102 cells | of 10² cells",
        "1000 cells | of 1,000 cells",
        "0.5 mg | of 5 mg",
        "effective drug | an ineffective drug",
        "effective drug | a non-effective drug",
        "non effective | a non-effective drug",
        "protocol 3.5 cells | in protocol 3. 5 cells died",
        "p > 0.05 | where p < 0.05 holds",
        "mg/l | in mg/dl",
        "therapist | the rapist",
        "DNA was | the dna was",
        "±5 | of -5",
        "cold ... samples | All samples were cold.",
        "37 of the ice | some 37 % of the ice",
        "37‰ of the ice | some 37 % of the ice",
        "37 percent of the ice | some 37 % of the ice",
        "some 3.7 % of the ice | some 37 % of the ice",
        "the mouses tail | in the mouse’s tail we",
        "the mouse tail | in the mouse’s tail we",
        "the mice's tails | in the mice’ tails we",
        "when were cold | when we’re cold",
        "its cold | and it’s cold",
        "it can not be | and it can’t be",
        "years 19902000 | in the years 1990–2000 it",
        "years 1990 2000 | in the years 1990–2000 it",
        "took 510 mg | we took 5\u00AD10 mg",
        "took 10 mg | we took 5\u00AD10 mg",
        "rose by 5 °C | it rose by \u00AD5 °C",
        "they cooporate | when they co\u00ADoperate in",
        "operate in | when they co\u00ADoperate in",
      })
  void isNotFoundWhereAWordOrNumberIsAnotherOne(String quote, String text) {
    assertThat(found(quote, text)).isEmpty();
  }

  @Test
  void isFoundWhereALineDividesAWord() {
    var text = "The coe\uFB03cient of corre-\nlation of well-\nknown cells in 5-\n10 mg";

    assertThat(found("coefficient of correlation", text))
        .isEqualTo("coe\uFB03cient of corre-\nlation");
    assertThat(found("of well-known cells", text)).isEqualTo("of well-\nknown cells");
    assertThat(found("of wellknown cells", text)).isEqualTo("of well-\nknown cells");
    assertThat(found("in 5-10 mg", text)).isEqualTo("in 5-\n10 mg");
    assertThat(found("in 510 mg", text)).isEmpty();
    assertThat(found("lation of well", text)).isEmpty();
  }

  @Test
  void choosesThePlaceThatIsNearest() {
    var text = ComparedText.of("cold water, cold ice, cold air");

    assertThat(new Quote("cold").in(text, 13)).contains(new Quote.Found(12, 16));
    assertThat(new Quote("cold").in(text, 30)).contains(new Quote.Found(22, 26));
  }

  @Test
  void ofNothingIsEmpty() {
    assertThat(new Quote("").isEmpty()).isTrue();
    assertThat(new Quote(" … ").isEmpty()).isTrue();
  }
}
