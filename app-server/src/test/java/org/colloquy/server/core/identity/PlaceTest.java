package org.colloquy.server.core.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceTest {
  @ParameterizedTest
  @CsvSource({
    "10.0.0.1, 10.0.0.1",
    "::ffff:10.0.0.1, 10.0.0.1",
    "2001:db8:1:2:3:4:5:6, 2001:0db8:0001:0002::",
    "fe80::1%eth0, fe80::2%1",
    "::1, ::2",
  })
  void isTheSame(String one, String other) {
    assertThat(Place.of(one)).isEqualTo(Place.of(other));
  }

  @ParameterizedTest
  @CsvSource({"10.0.0.1, 10.0.0.2", "2001:db8:1:2::1, 2001:db8:1:3::1", "::1, 127.0.0.1"})
  void isAnother(String one, String other) {
    assertThat(Place.of(one)).isNotEqualTo(Place.of(other));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "%", "localhost", "example.org", "1.2.3.4.5", "\u0000"})
  void isOneForEverythingThatIsNoAddress(String text) {
    assertThat(Place.of(text)).isEqualTo(new Place(""));
  }
}
