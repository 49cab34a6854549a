package org.colloquy.server.core.provider;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SecretTest {
  @Test
  void showsOnlyItsEnd() {
    assertThat(Secret.of("sk-abcdefgh1234")).hasToString("•••1234");
    assertThat(Secret.of("short")).hasToString("•••");
  }

  @Test
  void losesTheBlanksThatCameAlongWhenItWasPasted() {
    assertThat(Secret.of("\u00a0\t sk-1 \r\n\u200b").stripped().reveal()).isEqualTo("sk-1");
  }

  @Test
  void isGoneWhenClosed() {
    var secret = Secret.of("sk-abcdefgh1234");
    secret.close();
    assertThat(secret.reveal()).isEqualTo("\0".repeat(15));
  }

  @Test
  void knowsWhetherItFitsIntoAHeader() {
    assertThat(Secret.of("sk-1_2.3").isPrintable()).isTrue();
    assertThat(Secret.of("sk 1").isPrintable()).isFalse();
    assertThat(Secret.of("nøkkel").isPrintable()).isFalse();
    assertThat(Secret.of("a\nb").isPrintable()).isFalse();
  }
}
