package org.colloquy.model;

/// What the values of a column are.
public enum ColumnType {
  INTEGER,
  /// A number with decimals, kept exactly.
  DECIMAL,
  /// A number with an exponent, kept as a floating-point number.
  DOUBLE,
  BOOLEAN,
  DATE,
  TIME,
  /// A date with a time; in UTC where the file says how far it is from it.
  TIMESTAMP,
  TEXT;

  public boolean isNumber() {
    return switch (this) {
      case INTEGER, DECIMAL, DOUBLE -> true;
      case BOOLEAN, DATE, TIME, TIMESTAMP, TEXT -> false;
    };
  }
}
