package org.colloquy.server.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RandomApiTokenMintTest {
  private final RandomApiTokenMint mint = new RandomApiTokenMint(new SecureRandom());

  @Test
  void makesTokensThatAreKnownByTheirLook() {
    for (int i = 0; i < 1000; i++) {
      var token = mint.make();
      assertThat(token).matches("colloquy_[0-9A-Za-z]{49}");
      assertThat(mint.isOne(token)).isTrue();
    }
  }

  @Test
  void neverMakesTheSameTwice() {
    assertThat(IntStream.range(0, 1000).mapToObj(_ -> mint.make()).collect(Collectors.toSet()))
        .hasSize(1000);
  }

  @Test
  void tellsAMistypedOneByItsChecksum() {
    var token = mint.make();
    for (int i = 0; i < token.length(); i++) {
      char other = token.charAt(i) == 'x' ? 'y' : 'x';
      assertThat(mint.isOne(token.substring(0, i) + other + token.substring(i + 1))).isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "colloquy_", "colloquy_x", "eyJhbGciOiJIUzI1NiJ9.e30.x", "\u0000"})
  void knowsWhatIsNone(String text) {
    assertThat(mint.isOne(text)).isFalse();
    assertThat(mint.isOne(mint.make() + text + " ")).isFalse();
  }

  @Test
  void keepsAFingerprintThatTellsNothingOfTheToken() {
    var token = mint.make();
    assertThat(mint.fingerprint(token))
        .isEqualTo(mint.fingerprint(token))
        .isNotEqualTo(mint.fingerprint(mint.make()))
        .matches("[0-9a-f]{64}");
    assertThat(mint.fingerprint("abc"))
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  }
}
