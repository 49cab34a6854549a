package org.colloquy.desktop.ui.parts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Locale;
import org.colloquy.desktop.client.Failure;
import org.colloquy.desktop.ui.parts.FailureWords.Remedy;
import org.colloquy.model.Problem;
import org.colloquy.model.Problem.UpstreamFault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FailureWordsTest {
  private final Locale before = Locale.getDefault();

  @BeforeEach
  void speakEnglish() {
    Locale.setDefault(Locale.ENGLISH);
  }

  @AfterEach
  void speakAsBefore() {
    Locale.setDefault(before);
  }

  private static FailureWords words(Problem problem) {
    return FailureWords.of(new Failure.Told(problem));
  }

  @ParameterizedTest
  @EnumSource
  void saysEveryFaultOfAProviderWithItsNameAndANextStep(UpstreamFault fault) {
    var words = words(new Problem.Upstream("Mistral", fault, 418, "teapot"));
    assertThat(words.sentence()).contains("Mistral").endsWith(".");
    assertThat(words.nextStep()).isNotBlank();
    assertThat(words.details()).isEqualTo("HTTP 418\nteapot");
    assertThat(words.remedy()).isNotEqualTo(Remedy.NONE);
  }

  @Test
  void sendsAWrongKeyToTheKeys() {
    assertThat(words(new Problem.Upstream("P", UpstreamFault.WRONG_KEY, 401, "")).remedy())
        .isEqualTo(Remedy.KEYS);
  }

  @Test
  void saysHowLongToWait() {
    assertThat(words(new Problem.RateLimited(Duration.ofSeconds(30))).nextStep())
        .isEqualTo("Try again in 30 seconds.");
    assertThat(words(new Problem.RateLimited(Duration.ZERO)).nextStep())
        .isEqualTo("Try again in a second.");
  }

  @Test
  void saysHowMuchIsAllowed() {
    assertThat(words(new Problem.TooLarge(2 * 1024 * 1024)).sentence()).contains("2 MB");
  }

  @Test
  void givesACodeForWhatNobodyPlanned() {
    assertThat(words(new Problem.Internal("ab12cd34")).nextStep()).contains("ab12cd34");
  }

  @Test
  void keepsTheServersOwnSentence() {
    assertThat(words(new Problem.Unavailable("The disk is full.")).sentence())
        .isEqualTo("The disk is full.");
  }

  @Test
  void saysThatNobodyAnswers() {
    var words = FailureWords.of(new Failure.NoAnswer("ConnectException"));
    assertThat(words.sentence()).isNotBlank();
    assertThat(words.details()).isEqualTo("ConnectException");
  }
}
