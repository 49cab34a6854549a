package org.colloquy.model;

import java.util.List;

/// How a table stands in its file.
///
/// @param encoding of the text, such as `UTF-8`; empty for a spreadsheet
/// @param delimiter between two values; empty for a spreadsheet
/// @param quote around values; empty if there is none
/// @param skip how many lines before the table are left out
/// @param header whether its first row names the columns
/// @param decimal the decimal mark, a point or a comma
/// @param missing what stands for a missing value, beside nothing at all
public record TableForm(
    String encoding,
    String delimiter,
    String quote,
    int skip,
    boolean header,
    String decimal,
    DateOrder dates,
    List<String> missing) {
  /// Nothing is known of it yet.
  public static final TableForm UNKNOWN =
      new TableForm("", ",", "\"", 0, true, ".", DateOrder.YEAR_MONTH_DAY, List.of());

  public TableForm {
    missing = List.copyOf(missing);
  }
}
