package org.colloquy.server.tool.table;

import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.h2.tools.Csv;

/// A CSV file as a table: its first line names the columns.
///
/// @param rows one value for each column; empty for one that is missing
record CsvTable(List<String> columns, List<List<String>> rows) {
  private static final int MOST_ROWS = 200_000;
  private static final int MOST_COLUMNS = 256;
  private static final String SEPARATORS = ",;\t|";

  /// Reads it. The separator is the one that is most often in the first line.
  ///
  /// @throws ProblemException Unavailable with a sentence when it is no table, or a very large one
  static CsvTable of(String text) {
    var firstLine = text.lines().findFirst().orElse("");
    var csv = new Csv();
    csv.setCaseSensitiveColumnNames(true);
    csv.setFieldSeparatorRead(separator(firstLine));
    try (var read = csv.read(new StringReader(text), null)) {
      int width = read.getMetaData().getColumnCount();
      if (width > MOST_COLUMNS) {
        throw unusable("It has more than " + MOST_COLUMNS + " columns.");
      }
      var names = new ArrayList<String>();
      for (int i = 1; i <= width; i++) {
        names.add(read.getMetaData().getColumnName(i));
      }
      var rows = new ArrayList<List<String>>();
      while (read.next()) {
        var row = new ArrayList<String>();
        for (int i = 1; i <= width; i++) {
          var value = read.getString(i);
          row.add(value == null ? "" : value);
        }
        rows.add(row);
        if (rows.size() > MOST_ROWS) {
          throw unusable("It has more than " + MOST_ROWS + " rows.");
        }
      }
      return new CsvTable(distinct(names), rows);
    } catch (SQLException | IOException e) {
      throw new ProblemException(
          new Problem.Unavailable("This file is no table with a line of column names."), e);
    }
  }

  /// Whether every value of this column is a number, or missing.
  boolean isNumeric(int column) {
    boolean some = false;
    for (var row : rows) {
      var value = row.get(column).strip();
      if (!value.isEmpty()) {
        if (!isNumber(value)) {
          return false;
        }
        some = true;
      }
    }
    return some;
  }

  private static boolean isNumber(String value) {
    try {
      return value.length() <= 40 && Math.abs(new BigDecimal(value).scale()) < 400;
    } catch (NumberFormatException _) {
      return false;
    }
  }

  private static char separator(String line) {
    char best = ',';
    long most = 0;
    for (int i = 0; i < SEPARATORS.length(); i++) {
      char candidate = SEPARATORS.charAt(i);
      long count = line.chars().filter(c -> c == candidate).count();
      if (count > most) {
        best = candidate;
        most = count;
      }
    }
    return best;
  }

  private static List<String> distinct(List<String> names) {
    var distinct = new LinkedHashSet<String>();
    for (var name : names) {
      var plain = name.replace('"', '\'').strip();
      var chosen = plain.isEmpty() ? "column" : plain;
      for (int n = 2; contains(distinct, chosen); n++) {
        chosen = plain + "_" + n;
      }
      distinct.add(chosen);
    }
    return List.copyOf(distinct);
  }

  private static boolean contains(LinkedHashSet<String> names, String name) {
    return names.stream().anyMatch(name::equalsIgnoreCase);
  }

  private static ProblemException unusable(String why) {
    return new ProblemException(new Problem.Unavailable(why));
  }
}
