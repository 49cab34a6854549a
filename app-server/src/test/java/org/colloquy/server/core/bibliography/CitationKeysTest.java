package org.colloquy.server.core.bibliography;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.colloquy.server.core.bibliography.Reference.Author;
import org.junit.jupiter.api.Test;

class CitationKeysTest {
  private static Reference by(String family, String year, String title) {
    return new Reference(
        "", "", title, List.of(new Author(family, "")), year, "", "", "", "", "", "", "", "", "");
  }

  @Test
  void areMadeOfAuthorYearAndWord() {
    assertThat(CitationKeys.distinct(List.of(by("G\u00F6del", "1931", "The \u00DCber-Theorem"))))
        .extracting(Reference::key)
        .containsExactly("godel1931uber");
  }

  @Test
  void areDistinctAndKeepThoseThatPeopleGave() {
    var same = by("Li", "2020", "Cells");
    assertThat(
            CitationKeys.distinct(List.of(same, same.withKey("Mine"), same, same, Reference.NONE)))
        .extracting(Reference::key)
        .containsExactly("li2020cells", "Mine", "li2020cellsa", "li2020cellsb", "file");
  }
}
