package org.colloquy.server.tool.calculation;

import static org.assertj.core.api.Assertions.assertThat;

import org.colloquy.model.Problem;
import org.colloquy.server.Problems;
import org.colloquy.server.core.turn.Occasions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CalculateTest {
  private static String told(String formula) {
    return new Calculate().run(Occasions.ANY, "{\"formula\":\"" + formula + "\"}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1 + 2 * 3|7",
        "(1 + 2) * 3|9",
        "0.1 + 0.2|0.3",
        "-2^2|-4",
        "2^3^2|512",
        "2^-2|0.25",
        "10 % 4|2",
        "1/3|0.3333333333333333333333333333333333",
        "1.5e3 - 2E-1|1499.8",
        "sqrt(2)^2|2",
        "round(2.345, 2)|2.35",
        "max(1, min(5, 3))|3",
        "ln(e)|1",
        "cos(pi)|-1",
        "100 * (1 + 0.05)^10|162.889462677744140625",
        "2^200|1.606938044258990275541962092341163E+60"
      })
  void worksOutFormulas(String formula, String value) {
    assertThat(told(formula)).isEqualTo(value);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1 +",
        "(1",
        "1 2",
        "1/0",
        "sqrt(-1)",
        "x + 1",
        "foo(1)",
        "abs(1, 2)",
        "ln(0)",
        "1..2",
        "9^9^9^9",
        "10^9999 * 10^9999",
        "exp(1000)",
        "Runtime.getRuntime()"
      })
  void saysWhatIsWrong(String formula) {
    assertThat(Problems.of(() -> told(formula))).isInstanceOf(Problem.Invalid.class);
  }

  @Test
  void takesNoFormulaWithoutAnEnd() {
    assertThat(Problems.of(() -> told("(".repeat(Formula.LONGEST + 1))))
        .isInstanceOf(Problem.Invalid.class);
    assertThat(Problems.of(() -> told("(".repeat(Formula.LONGEST))))
        .isInstanceOf(Problem.Invalid.class);
  }
}
