package org.colloquy.server.tool.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

class MainTextTest {
  private static List<String> read(String html) {
    return MainText.of(Jsoup.parse(html), 100_000);
  }

  @Test
  void readsTheArticleAndNotWhatIsAroundIt() {
    var paragraphs =
        read(
            """
            <html><head><title>T</title><style>p {}</style></head><body>
            <header>My site</header><nav><a href=/>Home</a> <a href=/b>Blog</a></nav>
            <div class=menu><ul><li><a href=1>One</a></li><li><a href=2>Two</a></li></ul></div>
            <main><h1>Comets</h1><p>Comets have <b>tails</b> of dust.</p>
            <script>var a = "<p>no</p>";</script>
            <p>They come <a href=x>back</a> after years.<br>Some do not.</p></main>
            <aside>Buy now</aside><footer>© 2026</footer></body></html>
            """);

    assertThat(paragraphs)
        .containsExactly(
            "Comets", "Comets have tails of dust.", "They come back after years.", "Some do not.");
  }

  @Test
  void leavesOutWhatReadersCannotSee() {
    var paragraphs =
        read(
            """
            <p>Seen.</p>
            <p hidden>one</p><p style="color: red; display : NONE">two</p>
            <div aria-hidden=true>three</div><p style="visibility:hidden">four</p>
            <p style="font-size:0px">five</p><p style="opacity: 0">six</p>
            <template><p>seven</p></template><noscript>eight</noscript><!-- nine -->
            <p style="opacity: 0.9">Seen\u200B t\u202Eoo\uDB40\uDC41.</p>
            """);

    assertThat(paragraphs).containsExactly("Seen.", "Seen too.");
  }

  @Test
  void readsPagesWithoutParagraphs() {
    assertThat(read("<div>First<div>second</div>third <span>and</span> more</div>"))
        .containsExactly("First", "second", "third and more");
    assertThat(read("nothing but text")).containsExactly("nothing but text");
    assertThat(read("")).isEmpty();
  }

  @Test
  void takesTheWholePageWhenItHasManySmallArticles() {
    assertThat(
            read(
                "<article>One of many stories.</article>".repeat(2)
                    + "<p>"
                    + "What the page is about. ".repeat(20)
                    + "</p>"))
        .hasSize(3);
  }

  @Test
  void keepsRowsOfTablesAndLinesOfCodeTogether() {
    assertThat(
            read(
                """
                <table><tr><th>Planet</th><th>Moons</th></tr><tr><td>Mars</td><td>2</td></tr></table>
                <pre>if (a)
                  b();</pre><p>End</p>
                """))
        .containsExactly("Planet | Moons", "Mars | 2", "if (a)\n  b();", "End");
  }

  @Test
  void bearsPagesThatAreBroken() {
    assertThat(read("<p>a<b>b<p>c</b></i></table><td>d")).isNotEmpty();
    assertThat(read("<div>".repeat(50_000) + "deep")).containsExactly("deep");
    assertThat(read("<html><frameset><frame src=x></frameset></html>")).isEmpty();
  }

  @Test
  void stopsWhereThePageGetsTooLong() {
    var document = Jsoup.parse("<p>0123456789</p>".repeat(100));

    assertThat(MainText.of(document, 55)).hasSize(5);
  }
}
