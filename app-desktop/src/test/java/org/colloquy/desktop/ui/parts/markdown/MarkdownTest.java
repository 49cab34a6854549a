package org.colloquy.desktop.ui.parts.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.Set;
import org.colloquy.desktop.ui.parts.markdown.Inline.Style;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownTest {
  private static final String EVERYTHING =
      """
      # Title

      Some *words* and **more**, `code` and a [link](https://example.org/a).
      Still the same paragraph.

      Setext
      ------

      - one
      - two

        with a second paragraph

        ```java
        int x = 1;
        ```
      - three

      3. three
      4. four

      > quoted
      > > deeper

      | a | b |
      |:--|--:|
      | 1 | 2 |

          indented code

      - [ ] to do
      - [x] done ~~soon~~

      Words[^1] and more[^b].

      [^1]: A note
      [^b]: Another one

          with more below

      ---

      ```
      open fence with # no heading
      """;

  private static List<Block> whole(String text) {
    return new Markdown(text).blocks();
  }

  @Test
  void readsEveryBlock() {
    assertThat(whole(EVERYTHING))
        .extracting(block -> block.getClass().getSimpleName())
        .containsExactly(
            "Heading",
            "Paragraph",
            "Heading",
            "Items",
            "Items",
            "Quote",
            "Table",
            "Code",
            "Items",
            "Paragraph",
            "Note",
            "Note",
            "Rule",
            "Code");
  }

  @Test
  void growingLetterByLetterEndsAsIfReadAtOnce() {
    var growing = new Markdown("");
    for (var i = 0; i < EVERYTHING.length(); i++) {
      growing.append(EVERYTHING.substring(i, i + 1));
      growing.blocks();
    }
    assertThat(growing.blocks()).isEqualTo(whole(EVERYTHING));
  }

  @Test
  void growingInAnyPiecesEndsAsIfReadAtOnce() {
    var random = new Random(7);
    for (var run = 0; run < 200; run++) {
      var growing = new Markdown("");
      var at = 0;
      while (at < EVERYTHING.length()) {
        var end = Math.min(EVERYTHING.length(), at + 1 + random.nextInt(40));
        growing.append(EVERYTHING.substring(at, end));
        growing.blocks();
        at = end;
      }
      assertThat(growing.blocks()).isEqualTo(whole(EVERYTHING));
    }
  }

  @Test
  void readsOnlyTheOpenBlockAgain() {
    var growing = new Markdown("first paragraph\n\nsecond paragraph\n\n");
    growing.append("third\n");
    var before = growing.blocks();
    assertThat(growing.closedLength())
        .isEqualTo("first paragraph\n\nsecond paragraph\n\n".length());
    growing.append("and more");
    assertThat(growing.blocks().getFirst()).isSameAs(before.getFirst());
    assertThat(growing.blocks().get(1)).isSameAs(before.get(1));
  }

  @Test
  void showsAnUnfinishedFenceAsCode() {
    assertThat(whole("```python\nprint(1)")).containsExactly(new Block.Code("python", "print(1)"));
  }

  @Test
  void neverLoadsAnImage() {
    assertThat(whole("![a cat](https://example.org/cat.png)"))
        .containsExactly(
            new Block.Paragraph(
                List.of(new Inline.Picture("a cat", "https://example.org/cat.png", Set.of()))));
  }

  @Test
  void showsHtmlAsText() {
    assertThat(whole("a <b>c</b>"))
        .containsExactly(
            new Block.Paragraph(List.of(new Inline.Words("a <b>c</b>", Set.of(), 0, 10))));
    assertThat(whole("<script>alert(1)</script>"))
        .containsExactly(new Block.Code("html", "<script>alert(1)</script>"));
  }

  @Test
  void cutsAParagraphThatIsTooLongBetweenWords() {
    var text = "word ".repeat(5000).strip();
    var pieces = whole(text);
    assertThat(pieces).hasSizeGreaterThan(5);
    var again = new StringBuilder();
    for (var piece : pieces) {
      for (var run : ((Block.Paragraph) piece).content()) {
        assertThat(run.text()).hasSizeLessThanOrEqualTo(LongText.PIECE);
        again.append(run.text());
      }
    }
    assertThat(again).hasToString(text);
    assertThat(whole("😀".repeat(5000)))
        .allSatisfy(piece ->
            assertThat(((Block.Paragraph) piece).content().getFirst().text())
                .startsWith("😀")
                .endsWith("😀"));
  }

  @Test
  void joinsStyles() {
    assertThat(whole("***x***"))
        .containsExactly(
            new Block.Paragraph(
                List.of(new Inline.Words("x", Set.of(Style.STRONG, Style.EMPHASIS), 3, 4))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "javascript:alert(1)",
        "file:///etc/passwd",
        "/relative",
        "data:text/html,x",
        "https://",
        "ht tp://x",
        "vbscript:x"
      })
  void opensNothingButTheWebAndMail(String address) {
    assertThat(LinkTarget.of(address)).isNull();
  }

  @Test
  void saysWhereALinkLeads() {
    var target = java.util.Objects.requireNonNull(LinkTarget.of("https://example.org/a"));
    assertThat(target.label("here")).isEqualTo("here (example.org)");
    assertThat(target.label("https://example.org/a")).isEqualTo("https://example.org/a");
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 2000})
  void survivesDeepNesting(int depth) {
    assertThat(whole(">".repeat(depth) + " x")).isNotEmpty();
    assertThat(whole("*".repeat(depth) + "x")).isNotEmpty();
    assertThat(whole("[".repeat(depth) + "x")).isNotEmpty();
  }
}
