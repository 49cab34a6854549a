package org.colloquy.desktop.ui;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Node;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.colloquy.desktop.fake.Script;
import org.colloquy.desktop.settings.Look;
import org.colloquy.desktop.ui.parts.math.FormulaNode;
import org.junit.jupiter.api.Test;

class MathWindowTest extends WindowTest {
  private static final String ANSWER =
      """
      ## The estimator of $\\sigma^2$

      Let $x_1, \\dots, x_n$ be *independent* with mean \\(\\mu\\). It costs $5 and $10 to try. Then

      $$
      s^2 = \\frac{1}{n - 1} \\sum_{i=1}^{n} \\left( x_i - \\bar{x} \\right)^2,
      \\qquad
      \\hat\\beta = (X^\\top X)^{-1} X^\\top y
      $$

      is unbiased, and

      \\[
      \\begin{aligned}
      \\int_{-\\infty}^{\\infty} e^{-x^2}\\,dx &= \\sqrt{\\pi} \\\\
      f(x) &= \\begin{cases} 1 & \\text{if } x \\in \\mathbb{Q} \\\\ 0 & \\text{otherwise} \\end{cases}
      \\end{aligned}
      \\]

      > Quoted: $\\nabla \\times \\vec{E} = -\\frac{\\partial \\vec{B}}{\\partial t}$

      | symbol | meaning |
      |---|---|
      | $\\lambda$ | rate of $e^{-\\lambda t}$ |

      A broken one, $\\frac{a}{$, stays as it was written, and so does

      $$
      \\includegraphics{/etc/passwd}
      $$

      in ${\\color{red}{red}}$ and $\\begin{pmatrix} a & b \\\\ c & d \\end{pmatrix}$.
      """;

  private void show() {
    server.next(Script.says(ANSWER));
    ask("Which estimator?");
    untilSays("A broken one");
    until(() -> shows(".formula"));
    until(() -> lookup(".formula").queryAll().size() == 10);
  }

  @Test
  void drawsFormulasInLightAndDarkAndLarge() {
    show();
    interact(() -> Pictures.save(scene(), "math-light"));
    interact(() -> settings.change(now -> now.withLook(Look.DARK)));
    interact(() -> Pictures.save(scene(), "math-dark"));
    var before = width();
    interact(() -> scene().getRoot().setStyle("-fx-font-size: 28px"));
    interact(() -> {});
    assertThat(width()).isBetween(before * 1.9, before * 2.1);
    interact(() -> Pictures.save(scene(), "math-large"));
  }

  private double width() {
    return onWindow(() -> {
      scene().getRoot().applyCss();
      scene().getRoot().layout();
      return lookup(".paragraph .formula").<FormulaNode>query().prefWidth(-1);
    });
  }

  @Test
  void moneyIsTextAndWhatIsWrongIsShownAsItWasWritten() {
    show();
    assertThat(says("It costs $5 and $10 to try.")).isTrue();
    assertThat(says("$\\frac{a}{$")).isTrue();
    assertThat(says("\\includegraphics{/etc/passwd}")).isTrue();
    assertThat(lookup(".formula-refused").queryAll()).hasSize(2);
    assertThat(lookup(".formula-refused").<Node>query().getAccessibleText())
        .contains("cannot be drawn");
  }

  @Test
  void copiesAFormulaAsItWasWritten() {
    show();
    clickOn("Let ").push(KeyCode.CONTROL, KeyCode.A).push(KeyCode.CONTROL, KeyCode.C);
    assertThat(onWindow(() -> Clipboard.getSystemClipboard().getString()))
        .startsWith("Let $x_1, \\dots, x_n$ be independent with mean \\(\\mu\\). It costs $5");
  }

  @Test
  void anUnfinishedFormulaIsTextUntilItIsClosed() {
    var script = server.next(Script.says("Then $$x^2 + y", "^2$$ holds.").holdingAfter(1));
    ask("Which?");
    untilSays("Then $$x^2 + y");
    assertThat(shows(".formula")).isFalse();
    script.go();
    untilSays(" holds.");
    until(() -> shows(".formula"));
    assertThat(says("$$")).isFalse();
  }
}
