package org.colloquy.server.writing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.colloquy.model.Citation;
import org.colloquy.model.Role;
import org.colloquy.server.core.Sha256;
import org.colloquy.server.core.export.ConversationFormat;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class HtmlPageTest {
  static final List<String> ATTACKS =
      List.of(
          "<script>alert(1)</script>",
          "</style><script>alert(1)</script>",
          "</title></head><body onload=alert(1)>",
          "<img src=x onerror=alert(1)>",
          "<svg/onload=alert(1)>",
          "<iframe src=\"https://evil.example\"></iframe>",
          "<link rel=stylesheet href=https://evil.example/x.css>",
          "<meta http-equiv=refresh content=\"0;url=https://evil.example\">",
          "<base href=\"https://evil.example/\">",
          "<form action=https://evil.example><button>Go</button></form>",
          "<a href=\"javascript:alert(1)\">x</a>",
          "[x](javascript:alert(1))",
          "[x](JaVaScRiPt:alert(1))",
          "[x](java&#115;cript:alert(1))",
          "[x](java\tscript:alert(1))",
          "[x](data:text/html,<script>alert(1)</script>)",
          "[x](vbscript:msgbox(1))",
          "[x](file:///etc/passwd)",
          "[x](//evil.example)",
          "[x](https://ok.example \"\\\" onmouseover=alert(1) x=\\\"\")",
          "[x](https://ok.example/\"onmouseover=alert(1))",
          "![x](https://evil.example/pixel.png)",
          "![\" onerror=\"alert(1)](https://evil.example/pixel.png)",
          "![x](data:image/svg+xml,<svg onload=alert(1)>)",
          "<https://ok.example/\" onclick=\"alert(1)>",
          "```\"><script>alert(1)</script>\nx\n```",
          "``` x onload=alert(1)\n</code></pre><script>alert(1)</script>\n```",
          "| <script>alert(1)</script> | b |\n|---|---|\n| <img src=x onerror=alert(1)> | d |",
          "&lt;script&gt;alert(1)&lt;/script&gt;",
          "&#60;script&#62;alert(1)&#60;/script&#62;",
          "<!--><script>alert(1)</script>-->",
          "<![CDATA[<script>alert(1)</script>]]>",
          "<?php echo 1 ?>",
          "&#1;&#0;\u0001\u0000\uD800 <script>",
          ">".repeat(2_000) + "<script>alert(1)</script>",
          "[".repeat(5_000) + "x" + "](javascript:alert(1))".repeat(5_000));

  private static Document page(Told told) {
    return Jsoup.parse(told.in(ConversationFormat.HTML));
  }

  @ParameterizedTest
  @FieldSource("ATTACKS")
  void showsMarkupThatSomebodyWroteAndObeysNoneOfIt(String attack) {
    var place = new Citation.Place(null, attack, 1, attack, 0, 1);
    var cited = new Citation(1, 0, 1, Citation.State.FOUND, attack, place);
    var told = new Told(attack);
    for (var role : Role.values()) {
      told.said(role, attack, cited);
    }

    var page = page(told);

    assertThat(page.select("script, img, iframe, svg, link, base, form, object, embed, button"))
        .isEmpty();
    assertThat(page.select("meta[http-equiv=refresh], [style], [src], [srcset]")).isEmpty();
    assertThat(page.select("style")).hasSize(1);
    for (var element : page.getAllElements()) {
      for (var attribute : element.attributes()) {
        assertThat(attribute.getKey().toLowerCase(Locale.ROOT)).doesNotStartWith("on");
      }
    }
    for (var link : page.select("[href]")) {
      assertThat(link.tagName()).isEqualTo("a");
      assertThat(link.attr("href")).matches("(?s)(https?://|mailto:).*");
    }
  }

  @Test
  void forbidsEverythingButItsOwnStyle() {
    var page = page(new Told("Cells").said(Role.USER, "What is a cell?"));

    var style = Objects.requireNonNull(page.selectFirst("style")).data();
    var digest = Sha256.digest().digest(style.getBytes(StandardCharsets.UTF_8));
    var policy = page.select("meta[http-equiv=Content-Security-Policy]").attr("content");
    assertThat(policy)
        .startsWith("default-src 'none'; style-src 'sha256-")
        .contains(Base64.getEncoder().encodeToString(digest))
        .doesNotContain("unsafe");
  }

  @Test
  void showsWhatTheWindowShows() {
    var place = new Citation.Place(null, "cells.pdf", 3, "iii", 0, 1);
    var page =
        page(
            new Told("Cells & <more>")
                .said(Role.USER, "**What**\n  is *it*?")
                .said(Role.ASSISTANT, "")
                .said(Role.TOOL, "{\"found\": 1}")
                .said(
                    Role.ASSISTANT,
                    "A **cell** [1].\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n```java\nint x;\n```",
                    new Citation(1, 0, 1, Citation.State.FOUND, "a cell", place),
                    new Citation(0, 0, 1, Citation.State.NOT_FOUND, "never said", null)));

    assertThat(page.title()).isEqualTo("Cells & <more>");
    assertThat(page.expectFirst(".user .plain").wholeText()).isEqualTo("**What**\n  is *it*?");
    assertThat(page.select(".assistant strong").text()).isEqualTo("cell");
    assertThat(page.select("td").eachText()).containsExactly("1", "2");
    assertThat(page.select("pre code.language-java").text()).isEqualTo("int x;");
    assertThat(page.select(".tool pre").text()).contains("found");
    assertThat(page.expectFirst(".assistant pre").text()).contains("<cells>");
    assertThat(page.select(".cited li").eachText())
        .containsExactly(
            "[1] cells.pdf, page iii: “a cell”", "“never said” (not found in the source)");
    assertThat(page.expectFirst(".at").text()).isEqualTo("2026-11-21 12:00 UTC");
  }

  @Test
  void readsEachTextFromItsOwnSide() {
    var page =
        page(
            new Told("שלום")
                .said(Role.USER, "مرحبا")
                .said(Role.ASSISTANT, "Hello\n\n- שלום\n- world"));

    assertThat(page.select("h1").attr("dir")).isEqualTo("rtl");
    assertThat(page.select(".user .plain").attr("dir")).isEqualTo("rtl");
    assertThat(page.select("li[dir=rtl]").eachText()).containsExactly("שלום");
    assertThat(page.select("p[dir=rtl]").text()).doesNotContain("Hello");
  }
}
