package org.colloquy.server.core.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProviderAddressTest {
  @ParameterizedTest
  @CsvSource({
    "https://api.openai.com/v1, https://api.openai.com/v1",
    "' https://api.openai.com/v1/ ', https://api.openai.com/v1",
    "HTTP://LocalHost:11434, http://localhost:11434/v1",
    "http://127.0.0.1:9100/, http://127.0.0.1:9100/v1",
    "api.example.org/openai//, https://api.example.org/openai",
    "http://[::1]:8080/v1, http://[::1]:8080/v1",
  })
  void isKeptInOneForm(String typed, String kept) {
    assertThat(ProviderAddress.normalized(typed)).isEqualTo(kept);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "   ",
        "ftp://example.org",
        "file:///etc/passwd",
        "http://",
        "http:///v1",
        "http://user:secret@example.org",
        "http://example.org/v1?x=1",
        "http://example.org/#top",
        "http://exa mple.org",
        "http://[::1",
        "javascript://x",
      })
  void isRefusedWhenItIsNotAServer(String typed) {
    assertThatThrownBy(() -> ProviderAddress.normalized(typed))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> assertThat(e.problem()).isInstanceOf(Problem.Invalid.class));
  }
}
