package org.colloquy.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.colloquy.server.core.turn.ScriptedReply;
import org.junit.jupiter.api.Test;

/// Formulas in answers, as they are shown.
class WebPageFormulaTest extends WebPageCase {
  private static final String DRAWN = "document.querySelectorAll('.formula .katex').length";
  private static final String REFUSED = "document.querySelectorAll('code.refused').length";

  private void answer(String words) {
    open(ScriptedReply.says(words));
    signIn();
    ask("Formulas, please");
    page.until(WHOLE);
  }

  private String words() {
    return page.run("document.querySelector('" + ANSWER + " .markdown').innerText").asText();
  }

  private List<String> annotations() {
    return Arrays.asList(
        page.run(
                "[...document.querySelectorAll('.formula annotation')].map((each) =>"
                    + " each.textContent).join('|')")
            .asText()
            .split("\\|"));
  }

  @Test
  void drawsThemInALineAndInLinesOfTheirOwn() {
    answer(
        """
        Mass and energy: $E = mc^2$, and \\(a_1 * b_2 * c_3\\).

        $$\\int_0^\\infty e^{-x^2}\\,dx = \\frac{\\sqrt{\\pi}}{2}$$

        A matrix stands here:
        \\[
        A = \\begin{pmatrix} \\vec{a} & \\mathbb{R} \\\\ \\widehat{xyz} & \\overbrace{x+y}^{2} \\end{pmatrix}
        \\]
        and the text goes on.

        - $$x \\in \\mathcal{O}$$
        - $\\begin{cases} 1 & x > 0 \\\\ 0 & \\text{else} \\end{cases}$

        | formula |
        |---|
        | $\\alpha \\le \\beta$ |
        """);

    page.until(DRAWN + " === 7");
    page.until("document.fonts.check('16px KaTeX_Math')");
    pictures("web-formulas");
    assertThat(page.run("document.querySelectorAll('.formula.large').length").asInt()).isEqualTo(3);
    assertThat(annotations()).startsWith("E = mc^2", "a_1 * b_2 * c_3");
    assertThat(page.run("document.querySelectorAll('.formula math').length").asInt()).isEqualTo(7);
    assertThat(words()).contains("and the text goes on.").doesNotContain("$", "\\[");
    assertThat(page.complaints()).isEmpty();
  }

  @Test
  void leavesMoneyAndCodeAsTheyAre() {
    var money =
        """
        It costs $5 for apples and $3 for pears, US$20 or $ 7 $, \\$x\\$ and $$ nothing.

        `$x$` and

        ```
        $$y$$
        ```
        """;
    answer(money);

    assertThat(words())
        .contains("It costs $5 for apples and $3 for pears, US$20 or $ 7 $, $x$ and $$ nothing.")
        .contains("$$y$$");
    assertThat(page.run("document.querySelectorAll('.formula').length").asInt()).isZero();
    assertThat(
            page.run("performance.getEntriesByType('resource').map((each) => each.name).join()")
                .asText())
        .doesNotContain("katex.mjs");
  }

  @Test
  void showsWhatCannotBeDrawnAsItWasWritten() {
    var deep = "{".repeat(1400) + "x" + "}".repeat(1400);
    answer(
        "Wrong: $\\frac{1}{$ and $\\nosuchcommand{x}$, endless: $\\def\\a{\\a\\a}\\a$, deep: $"
            + deep
            + "$, right: $y$.");

    page.until(DRAWN + " >= 1");
    page.until(REFUSED + " >= 3");
    assertThat(words()).contains("$\\frac{1}{$", "$\\nosuchcommand{x}$", "$\\def\\a{\\a\\a}\\a$");
    assertThat(page.run("document.querySelector('code.refused').title").asText())
        .isEqualTo("This formula cannot be drawn; this is how it was written.");
    assertThat(page.complaints()).isEmpty();
  }

  @Test
  void isHarmlessWhateverAFormulaSays() {
    var evil =
        List.of(
            "\\href{javascript:window.hit=1}{press}",
            "\\url{javascript:window.hit=2}",
            "\\includegraphics{http://127.0.0.1/look.png}",
            "\\htmlData{x=1}{a}",
            "\\htmlStyle{position:fixed;inset:0}{b}",
            "\\htmlId{question}{c}",
            "\\text{<img src=x onerror=window.hit=3>}",
            "</code><script>window.hit=4</script>",
            "\\text{</annotation><img src=x onerror=window.hit=5>}",
            "\\rule{9999em}{9999em}",
            "\\color{red;position:fixed}{d}",
            "\\fcolorbox{red}{url(http://127.0.0.1/a)}{e}",
            "\\fcolorbox{red}{white}{f}");
    answer(evil.stream().map(each -> "$" + each + "$").collect(Collectors.joining("\n\n")));

    page.until(DRAWN + " >= 2");
    page.until(DRAWN + " + " + REFUSED + " >= " + evil.size());
    page.run("document.querySelectorAll('.formula *').forEach((each) => each.click?.())");
    assertThat(page.run("typeof window.hit").asText()).isEqualTo("undefined");
    assertThat(
            page.run(
                    "document.querySelectorAll('.markdown :is(a[href], img, script, iframe, [id],"
                        + " [onerror], [data-x])').length")
                .asInt())
        .isZero();
    assertThat(
            page.run(
                    "[...document.querySelectorAll('.markdown *')].filter((each) =>"
                        + " getComputedStyle(each).position === 'fixed').length")
                .asInt())
        .isZero();
    assertThat(page.run("document.documentElement.scrollWidth <= innerWidth").asBoolean()).isTrue();
    assertThat(page.complaints()).isEmpty();
  }

  @Test
  void drawsThemWhileTheAnswerGrows() {
    open(ScriptedReply.says("First $x^2$ and ", "then $y^2$.").waitingBefore(1, gate));
    signIn();
    ask("Formulas, please");

    page.until(DRAWN + " === 1");
    gate.open();

    page.until(WHOLE);
    page.until(DRAWN + " === 2");
  }

  @Test
  void scrollsOneThatIsTooWideForAPhone() {
    open(ScriptedReply.says("$$" + "x + ".repeat(100) + "1$$"));
    page.look(390, 844, "light");
    signIn();
    ask("Formulas, please");

    page.until(DRAWN + " === 1");
    page.until(WHOLE);
    assertThat(page.run("document.documentElement.scrollWidth").asInt()).isEqualTo(390);
    assertThat(page.run("document.querySelector('.formula').scrollWidth > 390").asBoolean())
        .isTrue();
  }
}
