package org.colloquy.server.tool.calculation;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;

/// A formula, worked out while it is read: `+ - * / % ^`, brackets, a few functions and constants.
/// Numbers have 34 digits; what is no sum, product or power is worked out in doubles. No number
/// becomes so large or small that it takes long.
final class Formula {
  /// The longest formula, in characters; brackets cannot be deeper than that.
  static final int LONGEST = 1_000;

  private static final MathContext DIGITS = MathContext.DECIMAL128;
  private static final int MOST_MAGNITUDE = 5_000;
  private static final int MOST_POWER = 10_000;

  private final String text;
  private int at;

  private Formula(String text) {
    this.text = text;
  }

  /// What it comes to.
  ///
  /// @throws ProblemException Invalid with what is wrong and where
  static BigDecimal valueOf(String text) {
    if (text.isBlank() || text.length() > LONGEST) {
      throw new ProblemException(
          new Problem.Invalid("", "A formula has from 1 to " + LONGEST + " characters."));
    }
    var formula = new Formula(text);
    try {
      var value = formula.sum();
      if (formula.next() != 0) {
        throw formula.fault("this was not expected");
      }
      return value;
    } catch (ArithmeticException e) {
      throw new ProblemException(
          new Problem.Invalid("", "This has no value: " + e.getMessage() + "."), e);
    }
  }

  private BigDecimal sum() {
    var value = product();
    while (true) {
      if (took('+')) {
        value = bounded(value.add(product(), DIGITS));
      } else if (took('-')) {
        value = bounded(value.subtract(product(), DIGITS));
      } else {
        return value;
      }
    }
  }

  private BigDecimal product() {
    var value = signed();
    while (true) {
      if (took('*')) {
        value = bounded(value.multiply(signed(), DIGITS));
      } else if (took('/')) {
        value = bounded(value.divide(signed(), DIGITS));
      } else if (took('%')) {
        value = bounded(value.remainder(signed()));
      } else {
        return value;
      }
    }
  }

  private BigDecimal signed() {
    if (took('-')) {
      return signed().negate();
    }
    return took('+') ? signed() : power();
  }

  /// Binds stronger than a sign before it, and from the right.
  private BigDecimal power() {
    var base = operand();
    return took('^') ? bounded(power(base, signed())) : base;
  }

  private static BigDecimal power(BigDecimal base, BigDecimal exponent) {
    boolean whole = exponent.stripTrailingZeros().scale() <= 0;
    if (whole && exponent.abs().compareTo(BigDecimal.valueOf(MOST_POWER)) <= 0) {
      return base.pow(exponent.intValueExact(), DIGITS);
    }
    return exact(Math.pow(base.doubleValue(), exponent.doubleValue()));
  }

  private BigDecimal operand() {
    if (took('(')) {
      var value = sum();
      expect(')');
      return value;
    }
    char first = next();
    if (Character.isDigit(first) || first == '.') {
      return number();
    }
    if (Character.isLetter(first)) {
      return named();
    }
    throw fault("a number, a name or a bracket was expected");
  }

  private BigDecimal number() {
    int start = at;
    while (isPartOfNumber(start)) {
      at++;
    }
    try {
      return bounded(new BigDecimal(text.substring(start, at), DIGITS));
    } catch (NumberFormatException e) {
      throw fault("this is no number");
    }
  }

  private boolean isPartOfNumber(int start) {
    char here = charAt(at);
    boolean exponentsSign =
        (here == '-' || here == '+') && at > start && Character.toLowerCase(charAt(at - 1)) == 'e';
    boolean exponent =
        (here == 'e' || here == 'E')
            && (Character.isDigit(charAt(at + 1))
                || (charAt(at + 1) != 0 && "+-".indexOf(charAt(at + 1)) >= 0));
    return Character.isDigit(here) || here == '.' || exponent || exponentsSign;
  }

  private BigDecimal named() {
    int start = at;
    while (Character.isLetterOrDigit(charAt(at))) {
      at++;
    }
    var name = text.substring(start, at).toLowerCase(Locale.ROOT);
    if (!took('(')) {
      return switch (name) {
        case "pi" -> exact(Math.PI);
        case "e" -> exact(Math.E);
        default -> throw fault("there is no " + name);
      };
    }
    var first = sum();
    var value = took(',') ? function(name, first, sum()) : function(name, first);
    expect(')');
    return bounded(value);
  }

  private BigDecimal function(String name, BigDecimal x) {
    return switch (name) {
      case "abs" -> x.abs();
      case "sqrt" -> x.sqrt(DIGITS);
      case "floor" -> x.setScale(0, RoundingMode.FLOOR);
      case "ceil" -> x.setScale(0, RoundingMode.CEILING);
      case "round" -> x.setScale(0, RoundingMode.HALF_UP);
      case "exp" -> exact(Math.exp(x.doubleValue()));
      case "ln" -> exact(Math.log(x.doubleValue()));
      case "log", "log10" -> exact(Math.log10(x.doubleValue()));
      case "sin" -> exact(Math.sin(x.doubleValue()));
      case "cos" -> exact(Math.cos(x.doubleValue()));
      case "tan" -> exact(Math.tan(x.doubleValue()));
      case "asin" -> exact(Math.asin(x.doubleValue()));
      case "acos" -> exact(Math.acos(x.doubleValue()));
      case "atan" -> exact(Math.atan(x.doubleValue()));
      default -> throw fault("there is no function " + name + " of one number");
    };
  }

  private BigDecimal function(String name, BigDecimal x, BigDecimal y) {
    return switch (name) {
      case "min" -> x.min(y);
      case "max" -> x.max(y);
      case "round" -> x.setScale(Math.clamp(y.longValue(), -100, 100), RoundingMode.HALF_UP);
      case "atan2" -> exact(Math.atan2(x.doubleValue(), y.doubleValue()));
      default -> throw fault("there is no function " + name + " of two numbers");
    };
  }

  private static BigDecimal exact(double value) {
    if (!Double.isFinite(value)) {
      throw new ArithmeticException("it is no finite number");
    }
    return BigDecimal.valueOf(value);
  }

  private static BigDecimal bounded(BigDecimal value) {
    long magnitude = (long) value.precision() - value.scale();
    if (value.signum() != 0 && Math.abs(magnitude) > MOST_MAGNITUDE) {
      throw new ArithmeticException("a number is too large or too small");
    }
    return value.signum() == 0 ? BigDecimal.ZERO : value;
  }

  private boolean took(char wanted) {
    if (next() == wanted) {
      at++;
      return true;
    }
    return false;
  }

  private void expect(char wanted) {
    if (!took(wanted)) {
      throw fault("'" + wanted + "' was expected");
    }
  }

  /// The next character that is no space; 0 at the end.
  private char next() {
    while (Character.isWhitespace(charAt(at))) {
      at++;
    }
    return charAt(at);
  }

  private char charAt(int place) {
    return place < text.length() ? text.charAt(place) : 0;
  }

  private ProblemException fault(String why) {
    return new ProblemException(new Problem.Invalid("", "At character " + (at + 1) + ": " + why));
  }
}
