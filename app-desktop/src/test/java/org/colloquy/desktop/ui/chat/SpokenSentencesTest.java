package org.colloquy.desktop.ui.chat;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SpokenSentencesTest {
  private final SpokenSentences sentences = new SpokenSentences();

  @Test
  void tellsEachSentenceOnceWhenItIsWhole() {
    assertThat(sentences.more("The recall is 0.")).isEmpty();
    assertThat(sentences.more("The recall is 0.8")).isEmpty();
    assertThat(sentences.more("The recall is 0.8. The")).isEqualTo("The recall is 0.8.");
    assertThat(sentences.more("The recall is 0.8. The precision")).isEmpty();
    assertThat(sentences.more("The recall is 0.8. The precision? Less! No"))
        .isEqualTo("The precision? Less!");
    assertThat(sentences.rest("The recall is 0.8. The precision? Less! No idea"))
        .isEqualTo("No idea");
  }

  @Test
  void leavesSignsAndCodeOut() {
    assertThat(sentences.more("## Why\n\n- a **bold** word\n```java\nint a; // Stop. Now.\n"))
        .isEqualTo("Why a bold word");
    assertThat(
            sentences.more(
                "## Why\n\n- a **bold** word\n```java\nint a; // Stop. Now.\n```\nDone.\n"))
        .isEqualTo("Done.");
  }

  @Test
  void knowsSentencesWithoutBlanksBetween() {
    assertThat(sentences.more("这是一句话。这")).isEqualTo("这是一句话。");
  }
}
