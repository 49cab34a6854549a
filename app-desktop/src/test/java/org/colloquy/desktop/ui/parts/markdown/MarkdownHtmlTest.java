package org.colloquy.desktop.ui.parts.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MarkdownHtmlTest {
  @Test
  void keepsHeadingsListsTablesAndCode() {
    assertThat(MarkdownHtml.of("## A\n\n- *b*\n\n| c |\n|---|\n| ~~d~~ |\n\n```py\ne < f\n```\n"))
        .contains("<h2>A</h2>", "<em>b</em>", "<th>c</th>", "<del>d</del>", "e &lt; f");
  }

  @Test
  void loadsAndRunsNothing() {
    var html =
        MarkdownHtml.of(
            "![cat](https://e.org/cat.png) <script>alert(1)</script> [x](javascript:alert(1))"
                + "\n\n<img src=x onerror=alert(1)>\n");
    assertThat(html)
        .contains("<a href=\"https://e.org/cat.png\">cat</a>")
        .doesNotContain("<img", "<script", "javascript:");
  }

  @Test
  void leavesFormulasAndFootnotesAsTheyWereWritten() {
    assertThat(MarkdownHtml.of("Is $a<b$ so[^1]?\n\n$$\nx^2\n$$\n\n[^1]: Ask *Ada*.\n"))
        .contains("Is $a&lt;b$ so[^1]?", "<p>$$\nx^2\n$$</p>", "[1]", "<p>Ask <em>Ada</em>.</p>");
  }
}
