package org.colloquy.server.core.bibliography;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class IdentifiersTest {
  @Test
  void findsDois() {
    assertThat(Identifiers.doi("see https://doi.org/10.1000/XYZ123.")).contains("10.1000/xyz123");
    assertThat(Identifiers.doi("(doi:10.1016/S0140-6736(05)17668-6)."))
        .contains("10.1016/s0140-6736(05)17668-6");
    assertThat(Identifiers.doi("version 10.15 of 10/12")).isEmpty();
  }

  @Test
  void findsNumbersOfArxiv() {
    assertThat(Identifiers.arxiv("arXiv:2101.00001v3 [cs.CL] 1 Jan 2021")).contains("2101.00001");
    assertThat(Identifiers.arxiv("arXiv:hep-th/9901001")).contains("hep-th/9901001");
    assertThat(Identifiers.arxiv("2101.00001")).isEmpty();
  }

  @Test
  void takesOnlyIsbnsWhoseChecksumIsRight() {
    assertThat(Identifiers.isbn("ISBN 978-3-16-148410-0")).contains("9783161484100");
    assertThat(Identifiers.isbn("ISBN-10: 0-8044-2957-X")).contains("080442957X");
    assertThat(Identifiers.isbn("ISBN 978-3-16-148410-1")).isEmpty();
    assertThat(Identifiers.isbn("ISBN 0-8044-2957-1 and ISBN 0-306-40615-2"))
        .contains("0306406152");
  }
}
