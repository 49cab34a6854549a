package org.colloquy.desktop.ui.parts.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.colloquy.desktop.ui.parts.math.Formula;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MathTest {
  private static List<Block> blocks(String text) {
    return new Markdown(text).blocks();
  }

  /// What the paragraphs say, formulas between bars.
  private static String said(String text) {
    return blocks(text).stream().map(MathTest::said).collect(Collectors.joining("/"));
  }

  private static String said(Block block) {
    return switch (block) {
      case Block.Paragraph(var content) ->
          content.stream()
              .map(run -> run instanceof Inline.Equation math ? "|" + said(math) + "|" : run.text())
              .collect(Collectors.joining());
      case Block.Equation(_, var formula) -> "[" + formula.tex() + "]";
      default -> block.getClass().getSimpleName();
    };
  }

  private static String said(Inline.Equation math) {
    return math.formula().tex() + (math.formula().display() ? "!" : "");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "The value $x_1$ and $y_2$ here.~The value |x_1| and |y_2| here.",
        "Inline \\(a_1 * b * c\\) too.~Inline |a_1 * b * c| too.",
        "Large $$x^2$$ in a line.~Large |x^2!| in a line.",
        "Large \\[x^2\\] in a line.~Large |x^2!| in a line.",
        "**Bold $x$** text~Bold |x| text",
        "With \\$ in it $a\\$b$ end~With $ in it |a\\$b| end",
        "$n$, $n$-th, ($n$).~|n|, |n|-th, (|n|).",
      })
  void readsFormulasInLines(String text, String expected) {
    assertThat(said(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "It costs $5 and $10.",
        "From $5-$10 to US$20.",
        "Pay $5, or 5$ now, or 7$ later.",
        "I have $5 apples and Ann has 3$ too.",
        "Only one $x here.",
        "An open $$x here.",
        "Set $HOME and $ PATH $ to it.",
        "$ x $",
      })
  void leavesMoneyAndLonelyDollarsAlone(String text) {
    assertThat(said(text)).isEqualTo(text);
  }

  @Test
  void leavesCodeAlone() {
    assertThat(said("Use `$x$` and `\\(y\\)`, $a`b$ too."))
        .isEqualTo("Use $x$ and \\(y\\), $ab$ too.".replace("$ab$", "$a`b$"));
    assertThat(said("```\n$$\nx\n$$\n```")).isEqualTo("Code");
    assertThat(said("    $$x$$")).isEqualTo("Code");
  }

  @Test
  void readsFormulasInLinesOfTheirOwn() {
    assertThat(said("Before:\n$$\na_1 = b * c * d\n- e\n$$\nafter."))
        .isEqualTo("Before:/[a_1 = b * c * d\n- e]/after.");
    assertThat(said("\\[\n\\begin{aligned}\na &= b \\\\\n&= c\n\\end{aligned}\n\\]"))
        .isEqualTo("[\\begin{aligned}\na &= b \\\\\n&= c\n\\end{aligned}]");
    assertThat(said("$$x = 1$$\n\n$$ y = 2 $$")).isEqualTo("[x = 1]/[y = 2]");
    assertThat(blocks("$$\nx\n$$"))
        .containsExactly(new Block.Equation("$$\nx\n$$", new Formula("x", true)));
  }

  @Test
  void readsFormulasInListsAndQuotes() {
    var items = (Block.Items) blocks("- one\n\n  $$\n  x\n  $$\n- two $y$").getFirst();
    assertThat(items.items().getFirst().content().get(1)).isInstanceOf(Block.Equation.class);
    var quote = (Block.Quote) blocks("> $$\n> x\n> $$").getFirst();
    assertThat(quote.content())
        .containsExactly(new Block.Equation("$$\nx\n$$", new Formula("x", true)));
  }

  @Test
  void whatIsNotFinishedIsText() {
    assertThat(said("So $$\na_1 = *b*")).isEqualTo("So $$ a_1 = b");
    assertThat(said("So\n\n$$\na_1 = *b*")).isEqualTo("So/$$\na_1 = *b*");
    assertThat(said("So\n\n\\[\na_1 = ")).isEqualTo("So/\\[\na_1 =");
    assertThat(said("and $x_1")).isEqualTo("and $x_1");
  }

  @Test
  void anEmptyLineEndsWhatIsNoFormula() {
    assertThat(said("$$ is *money*\n\nand more")).isEqualTo("$$ is money/and more");
    assertThat(said("$$$$\n\nand more")).isEqualTo("$$$$/and more");
    assertThat(said("$$\n$$\nx")).isEqualTo("$$ $$/x");
  }

  @Test
  void growingInAnyPiecesEndsAsIfReadAtOnce() {
    var text =
        """
        A $x$ and
        $$
        a
        = b
        $$
        more \\(y\\).

        \\[ c \\]
        - d $$e$$

        $$ no

        $$f$$ g

        $$
        h\
        """;
    var random = new Random(5);
    for (var run = 0; run < 200; run++) {
      var growing = new Markdown("");
      for (var at = 0; at < text.length(); ) {
        var end = Math.min(text.length(), at + 1 + random.nextInt(12));
        growing.append(text.substring(at, end));
        growing.blocks();
        at = end;
      }
      assertThat(growing.blocks()).isEqualTo(blocks(text));
    }
  }

  @Test
  void neverShowsHalfAFormulaAsAnotherOne() {
    var text = "Then $$a + b$$ is";
    var shown = new ArrayList<String>();
    for (var end = 0; end <= text.length(); end++) {
      shown.add(said(text.substring(0, end)));
    }
    assertThat(shown)
        .filteredOn(each -> each.contains("|"))
        .allMatch(each -> each.contains("|a + b!|"));
  }

  @Test
  void manyDollarsAreReadInNoTime() {
    org.junit.jupiter.api.Assertions.assertTimeout(
        java.time.Duration.ofSeconds(3), () -> said("$a ".repeat(20_000)));
  }
}
