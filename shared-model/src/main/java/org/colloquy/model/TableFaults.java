package org.colloquy.model;

import java.util.List;

/// What was wrong with the rows of a file, or could not be told for sure.
///
/// @param tooFew rows with too few values, which are filled up with missing ones
/// @param tooMany rows with too many values, which are left out
/// @param unfit values that are not of their column's type, which are missing now
/// @param lines where the first of these stand in the file, from 1
/// @param unclearDates columns whose dates would be others if the month came before the day, or the
///   other way round, when nothing in the file tells
public record TableFaults(
    long tooFew, long tooMany, long unfit, List<Long> lines, List<String> unclearDates) {
  public static final TableFaults NONE = new TableFaults(0, 0, 0, List.of(), List.of());

  public TableFaults {
    lines = List.copyOf(lines);
    unclearDates = List.copyOf(unclearDates);
  }
}
