package org.colloquy.server.tool.calculation;

import java.math.BigDecimal;
import org.colloquy.server.core.turn.Occasion;
import org.colloquy.server.core.turn.Tool;
import org.colloquy.server.tool.Parameter;
import org.colloquy.server.tool.Parameters;

/// Works out a formula.
public final class Calculate implements Tool {
  private static final String FORMULA = "formula";
  private static final int LONGEST_PLAIN = 40;
  private static final Parameters PARAMETERS =
      Parameters.of(
          Parameter.required(
              FORMULA,
              Parameter.Kind.TEXT,
              "Such as (1 + 0.05)^10 * sqrt(2). There are + - * / % ^, pi, e, abs, sqrt, exp, ln,"
                  + " log10, sin, cos, tan, asin, acos, atan, atan2, min, max, floor, ceil, round;"
                  + " angles are in radians."));

  @Override
  public String name() {
    return "calculate";
  }

  @Override
  public String description() {
    return "Works out a formula exactly to 34 digits.";
  }

  @Override
  public String schema() {
    return PARAMETERS.schema();
  }

  @Override
  public boolean hasEffects() {
    return false;
  }

  @Override
  public boolean bringsStrangersWords() {
    return false;
  }

  @Override
  public String run(Occasion occasion, String arguments) {
    return told(Formula.valueOf(PARAMETERS.read(arguments).text(FORMULA)));
  }

  private static String told(BigDecimal value) {
    var shortest = value.stripTrailingZeros();
    var plain = Math.abs((long) shortest.precision() - shortest.scale()) <= LONGEST_PLAIN;
    return plain ? shortest.toPlainString() : shortest.toString();
  }
}
