package org.colloquy.desktop.ui.parts.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MarkdownWordsTest {
  @Test
  void putsEverythingIntoOneLineWithoutSigns() {
    var text = "# Wells\n\nAll **forty** of them:\n\n- one\n- [two](https://example.org)";
    assertThat(MarkdownWords.first(text, 200)).startsWith("Wells: All forty of them: one");
    assertThat(MarkdownWords.first(text, 200)).doesNotContain("#", "*", "\n");
  }

  @Test
  void cutsBetweenWords() {
    assertThat(MarkdownWords.first("All the wells of the county", 10)).isEqualTo("All the …");
  }

  @Test
  void cutsNoCharacterInTwo() {
    assertThat(MarkdownWords.first("😀😀😀😀", 3)).isEqualTo("😀 …");
  }

  @Test
  void leavesShortTextsWhole() {
    assertThat(MarkdownWords.first("Forty.", 6)).isEqualTo("Forty.");
    assertThat(MarkdownWords.first("", 6)).isEmpty();
  }
}
