package org.colloquy.server.core.table;

import java.util.EnumMap;
import java.util.Map;
import org.colloquy.model.ColumnType;
import org.colloquy.model.DateOrder;

/// What the values of one column may be, after all of them were looked at.
final class ColumnEvidence {
  private static final int LONGEST_INTEGER = 18;
  private static final int LONGEST_DECIMAL = 34;

  /// Numbers by one decimal mark.
  private static final class Numbers {
    private final char decimal;
    private boolean possible = true;
    private int integerDigits;
    private int decimals;
    private boolean exponents;

    Numbers(char decimal) {
      this.decimal = decimal;
    }

    void see(String value) {
      if (!possible) {
        return;
      }
      var read = NumberText.read(value, decimal);
      if (read == null || (read.zeroFirst() && read.decimals() == 0)) {
        possible = false;
        return;
      }
      integerDigits = Math.max(integerDigits, read.integerDigits());
      decimals = Math.max(decimals, read.decimals());
      exponents |= read.exponent();
    }

    ColumnType type() {
      if (exponents || integerDigits + decimals > LONGEST_DECIMAL) {
        return ColumnType.DOUBLE;
      }
      return decimals > 0 || integerDigits > LONGEST_INTEGER
          ? ColumnType.DECIMAL
          : ColumnType.INTEGER;
    }
  }

  /// Dates in one order.
  private static final class Dates {
    private boolean possible = true;
    private boolean times;
    private boolean clear;
  }

  private final Numbers points = new Numbers('.');
  private final Numbers commas = new Numbers(',');
  private final Map<DateOrder, Dates> dates = new EnumMap<>(DateOrder.class);
  private boolean anyDates = true;
  private boolean times = true;
  private boolean truths = true;
  private int pair = -1;
  private boolean commaSeen;
  private boolean something;

  ColumnEvidence() {
    for (var order : DateOrder.values()) {
      dates.put(order, new Dates());
    }
  }

  /// @param value neither missing nor with blanks around it
  void see(String value) {
    something = true;
    commaSeen = commaSeen || value.indexOf(',') >= 0;
    points.see(value);
    commas.see(value);
    seeDates(value);
    times = times && DateText.time(value) != null;
    if (truths) {
      int found = TruthText.pair(value);
      truths = found >= 0 && (pair < 0 || pair == found);
      pair = found;
    }
  }

  private void seeDates(String value) {
    if (!anyDates) {
      return;
    }
    anyDates = false;
    for (var entry : dates.entrySet()) {
      var one = entry.getValue();
      if (one.possible) {
        var read = DateText.read(value, entry.getKey());
        one.possible = read != null;
        one.times |= read != null && read.time() != null;
        one.clear |= read != null && read.clear();
        anyDates |= one.possible;
      }
    }
  }

  boolean isNumberWith(String decimal) {
    return something && numbers(decimal).possible;
  }

  private Numbers numbers(String decimal) {
    return decimal.equals(",") ? commas : points;
  }

  /// Whether values have commas, and are numbers whatever these mean.
  boolean hasUnclearCommas() {
    return commaSeen && isNumberWith(".") && isNumberWith(",");
  }

  /// Whether all values are dates in this order and not numbers.
  boolean isDateIn(DateOrder order) {
    return something
        && anyDates
        && dates.getOrDefault(order, new Dates()).possible
        && !points.possible
        && !commas.possible;
  }

  boolean isDate() {
    return something && anyDates;
  }

  /// Whether this would be one more value of the same kind.
  boolean fits(String value) {
    if (truths) {
      return TruthText.pair(value) == pair;
    }
    if (points.possible || commas.possible) {
      return NumberText.read(value, '.') != null || NumberText.read(value, ',') != null;
    }
    if (anyDates) {
      return dates.entrySet().stream()
          .anyMatch(one -> one.getValue().possible && DateText.read(value, one.getKey()) != null);
    }
    return times && DateText.time(value) != null;
  }

  /// Whether this order is the only one for some of its dates.
  boolean provesOrder(DateOrder order) {
    return isDateIn(order) && dates.getOrDefault(order, new Dates()).clear;
  }

  ColumnType type(String decimal, DateOrder order) {
    if (!something) {
      return ColumnType.TEXT;
    }
    if (truths) {
      return ColumnType.BOOLEAN;
    }
    if (numbers(decimal).possible) {
      return numbers(decimal).type();
    }
    var inOrder = dates.getOrDefault(order, new Dates());
    if (anyDates && inOrder.possible) {
      return inOrder.times ? ColumnType.TIMESTAMP : ColumnType.DATE;
    }
    return times ? ColumnType.TIME : ColumnType.TEXT;
  }
}
