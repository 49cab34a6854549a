package org.colloquy.desktop.ui.parts.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TexDrawerTest {
  private final TexDrawer drawer = new TexDrawer();

  private FormulaState draw(String tex) {
    return drawer.draw(new Formula(tex, true));
  }

  private FormulaDrawing drawn(String tex) {
    var state = draw(tex);
    assertThat(state).as(tex).isInstanceOf(FormulaState.Drawn.class);
    return ((FormulaState.Drawn) state).drawing();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x^2",
        "\\frac{a}{b}",
        "\\int_0^\\infty e^{-x^2}\\,dx = \\frac{\\sqrt{\\pi}}{2}",
        "\\sum_{i=1}^{n} \\left( x_i - \\bar{x} \\right)^2",
        "\\begin{pmatrix} a & b \\\\ c & d \\end{pmatrix}",
        "\\begin{align*} a &= b \\\\ &= c \\end{align*}",
        "\\begin{aligned} a &= b \\\\ &= c \\end{aligned}",
        "\\begin{equation} E = mc^2 \\tag{1} \\end{equation}",
        "f(x) = \\begin{cases} 1 & \\text{if } x > 0 \\\\ 0 & \\text{otherwise} \\end{cases}",
        "\\begin{array}{c|c} a & b \\\\ \\hline c & d \\end{array}",
        "\\mathbb{R}^n \\to \\mathcal{L}(\\mathbf{x}, \\boldsymbol{\\theta}, \\bm{w})",
        "\\operatorname*{argmin}_{\\theta} \\lVert X\\theta - y \\rVert_2^2",
        "\\hat{\\beta} = (X^\\top X)^{-1} X^\\top y",
        "\\underbrace{a + b}_{\\text{sum}} \\overset{!}{=} \\widehat{c}",
        "\\lim_{n \\to \\infty} \\binom{n}{k} \\cdot \\nabla \\partial \\forall \\exists \\in"
            + " \\notin",
        "\\nabla \\times \\vec{E} = -\\frac{\\partial \\vec{B}}{\\partial t}",
        "\\left\\langle \\psi \\middle| \\phi \\right\\rangle",
        "A \\xrightarrow{k_1} B \\rightleftharpoons C",
        "[0, 1) \\cup (2, 3]",
        "\\color{red}{x} + \\textcolor{blue}{y} + {\\color{green} z}",
        "x \\in [0, 1) \\in [0, 1) \\in [0, 1) \\in [0, 1) \\in [0, 1) \\in [0, 1) \\in [0, 1) x",
        "50\\% \\text{ of } \\$5",
        "\\alpha\\beta\\gamma\\delta\\epsilon\\zeta\\eta\\theta\\iota\\kappa\\lambda\\mu\\nu\\xi\\pi",
        "\\mathrm{Var}(X) \\coloneqq \\mathbb{E}[X^2] - \\mathbb{E}[X]^2",
        "\\dots \\ldots \\cdots \\quad \\sin\\log\\max \\pm \\approx \\leq \\geq \\neq \\sim"
            + " \\propto",
        "\\text{Größe} = 5\\,\\mathrm{µm} \\text{ α é}",
        "\\Pr(A \\mid B) = \\dfrac{\\Pr(B \\mid A)\\Pr(A)}{\\Pr(B)}",
        "x \\iff y \\implies z \\mapsto \\lfloor x \\rfloor \\lceil y \\rceil \\lvert z \\rvert",
        "\\oint \\iint \\prod_{k} \\bigcup \\bigoplus \\hbar \\ell \\Re \\Im \\aleph",
        "\\sqrt[3]{x} \\quad \\sqrt[4]{y} \\mod 5 \\pmod{7}",
        "\\stackrel{\\text{def}}{=} \\tilde{x} \\dot{x} \\ddot{x} \\overline{AB} \\underline{c}",
      })
  void drawsWhatResearchersWrite(String tex) {
    var drawing = drawn(tex);
    assertThat(drawing.width()).isPositive();
    assertThat(drawing.ascent()).isPositive();
    assertThat(drawing.inks()).isNotEmpty();
    assertThat(drawing.inks().getFirst().outline()).contains("M");
  }

  @Test
  void drawsTheTextsColourUnlessAnotherOneWasWanted() {
    assertThat(drawn("x + y").inks()).extracting(FormulaDrawing.Ink::colour).containsExactly("");
    assertThat(drawn("x + \\textcolor{red}{y}").inks())
        .extracting(FormulaDrawing.Ink::colour)
        .containsExactly("", "#ff0000");
  }

  @Test
  void aFormulaForItselfIsLargerThanOneInALine() {
    var line = drawer.draw(new Formula("\\frac{a}{b}", false));
    assertThat(((FormulaState.Drawn) line).drawing().ascent())
        .isLessThan(drawn("\\frac{a}{b}").ascent());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\\frac{a}{b",
        "a}b",
        "\\left( x",
        "\\nosuchcommand x",
        "\\begin{nosuch} a \\end{nosuch}",
        "\\begin{matrix} a",
        "x^{",
        "\\",
        "&&&",
      })
  void refusesWhatIsWrong(String tex) {
    assertThat(draw(tex)).isEqualTo(new FormulaState.Refused());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\\includegraphics{/etc/passwd}",
        "\\include%\ngraphics{/etc/passwd}",
        "\\newcommand{\\a}{\\a\\a}\\a",
        "\\renewcommand{\\alpha}{x}\\alpha",
        "\\newenvironment{a}{b}{c}",
        "\\DeclareMathOperator{\\a}{b}",
        "\\makeatletter\\array@@env{c}{a}\\makeatother",
        "\\jlmXML{x}",
        "\\jlmDynamic{x}{y}",
        "\\jlmExternalFont{x}",
        "\\DeclareMathSizes{1}{2}{3}{4}",
        "\\magnification{500}",
        "\\definecolor{a}{rgb}{1,1,1}\\color{a}{x}",
        "\\fcscore{999999999}",
        "\\Roman{999999999}",
        "\\begin{array}{*{999999999}{c}} a \\end{array}",
        "\\begin{alignat}{999999999} a \\end{alignat}",
        "\\multicolumn{999999999}{c}{a}",
        "\\rule{99999999cm}{99999999cm}",
        "\\hspace{99999999999999999999999999999999999999999999cm} x",
        "\\scalebox{1000000000}{x}",
      })
  void refusesWhatReachesOutOrHasNoBound(String tex) {
    assertTimeout(
        Duration.ofSeconds(2),
        () -> assertThat(draw(tex)).as(tex).isEqualTo(new FormulaState.Refused()));
  }

  @Test
  void noFormulaChangesWhatALaterOneMeans() {
    var before = drawn("\\alpha + \\beta");
    draw("\\renewcommand{\\alpha}{x}\\alpha");
    draw("\\DeclareMathSizes{10}{50}{50}{50}");
    draw("\\definecolor{black}{rgb}{1,0,0} x");
    assertThat(drawn("\\alpha + \\beta")).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x_{#}^2",
        "\\hat{#}_{#}",
        "\\left(#\\middle|#\\right)",
        "\\frac{#}{#}",
        "\\sqrt[#]{#}",
        "\\overset{#}{#}",
        "\\underbrace{#}_{#}",
        "\\begin{pmatrix}#&#\\end{pmatrix}",
        "\\substack{#}",
        "\\operatorname{#}",
        "\\widehat{\\bar{#}}_{#}^{#}",
        "\\dfrac{#}{#}",
        "\\sum_{#}^{#}",
        "\\text{$#$}",
        "\\dddot{#}",
      })
  void nestingEndsSoonWhateverIsNested(String pattern) {
    for (var depth = 1; depth < 16; depth++) {
      var tex = nested(pattern, depth);
      assertTimeout(Duration.ofSeconds(3), () -> draw(tex), tex);
    }
  }

  private static String nested(String pattern, int depth) {
    var tex = "x";
    for (var i = 0; i < depth; i++) {
      var inner = tex;
      var first = pattern.replaceFirst("#", java.util.regex.Matcher.quoteReplacement(inner));
      tex = first.replace("#", "y");
    }
    return tex;
  }

  @Test
  void whatIsHugeIsRefusedAndWhatIsLongIsNot() {
    assertTimeout(
        Duration.ofSeconds(5),
        () -> {
          assertThat(draw("x+".repeat(100_000))).isEqualTo(new FormulaState.Refused());
          assertThat(draw("{".repeat(1000) + "x" + "}".repeat(1000)))
              .isEqualTo(new FormulaState.Refused());
          assertThat(draw("\\left(".repeat(300) + "x" + "\\right)".repeat(300)))
              .isEqualTo(new FormulaState.Refused());
          draw("\\hat".repeat(490) + "x");
          draw("\\sqrt".repeat(490) + "x");
          draw("\\frac1".repeat(400) + "x");
          draw("\\overset a".repeat(250) + "x");
          draw("x_\\sqrt[".repeat(200) + "x" + "]x^2".repeat(200));
          draw("a\\over ".repeat(300) + "x");
          draw("x" + "_x".repeat(1000));
          draw("x" + "'".repeat(2000));
          drawn("x+".repeat(200) + "x");
        });
  }
}
