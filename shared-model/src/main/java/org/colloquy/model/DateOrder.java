package org.colloquy.model;

/// In which order the parts of dates stand. A year of four digits in the first place is a year
/// whatever the order.
public enum DateOrder {
  YEAR_MONTH_DAY,
  DAY_MONTH_YEAR,
  MONTH_DAY_YEAR
}
