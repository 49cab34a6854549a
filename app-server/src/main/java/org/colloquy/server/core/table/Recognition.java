package org.colloquy.server.core.table;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.colloquy.model.ColumnType;
import org.colloquy.model.DateOrder;
import org.colloquy.model.TableColumn;
import org.colloquy.model.TableForm;
import org.jspecify.annotations.Nullable;

/// Looks at all rows of a table and tells what they are: whether the first one names the columns,
/// what their values are, and how numbers and dates are written.
final class Recognition implements SheetRows.Taker {
  private static final int FIRST_YEAR = 1800;
  private static final int LAST_YEAR = 2200;

  private final TableForm form;
  private final int width;
  private final MissingValues missing;
  private final List<ColumnEvidence> columns = new ArrayList<>();
  private final List<Set<String>> headingsSeenAgain = new ArrayList<>();
  private String[] first = {};
  private long rows;

  /// @param form of the file, of which the rest is to be found
  Recognition(TableForm form, int width) {
    this.form = form;
    this.width = width;
    missing = new MissingValues(form.missing());
    for (int i = 0; i < width; i++) {
      columns.add(new ColumnEvidence());
      headingsSeenAgain.add(new HashSet<>());
    }
  }

  @Override
  public void row(long line, double part, String[] values) {
    rows++;
    if (rows == 1) {
      first = values.clone();
      return;
    }
    if (values.length <= width) {
      see(values);
    }
  }

  private void see(String[] values) {
    for (int i = 0; i < values.length; i++) {
      var value = values[i].strip();
      if (!missing.note(value)) {
        columns.get(i).see(value);
        if (i < first.length && value.equals(first[i].strip())) {
          headingsSeenAgain.get(i).add(value);
        }
      }
    }
  }

  long rows() {
    return rows;
  }

  /// The form and the columns, as far as they can be told.
  record Found(TableForm form, List<TableColumn> columns) {}

  Found found() {
    boolean header = rows > 0 && isHeader();
    return found(header, null);
  }

  /// The columns, when somebody said what the form is.
  Found found(TableForm said) {
    return found(said.header(), said);
  }

  private Found found(boolean header, @Nullable TableForm said) {
    if (!header && rows > 0 && first.length <= width) {
      see(first);
    }
    var decimal = said == null ? decimal() : said.decimal();
    var order = said == null ? order() : said.dates();
    var headings = header ? headings() : List.<String>of();
    var names = ColumnNames.of(headings, width);
    var found = new ArrayList<TableColumn>();
    for (int i = 0; i < width; i++) {
      var heading = i < headings.size() ? headings.get(i) : "";
      found.add(new TableColumn(names.get(i), heading, columns.get(i).type(decimal, order)));
    }
    return new Found(
        new TableForm(
            form.encoding(),
            form.delimiter(),
            form.quote(),
            form.skip(),
            header,
            decimal,
            order,
            said == null ? missing.seen() : said.missing()),
        found);
  }

  private List<String> headings() {
    var headings = new ArrayList<String>();
    if (shift() > 0) {
      headings.add("row");
    }
    Stream.of(first).map(String::strip).forEach(headings::add);
    return headings;
  }

  /// The first row names the columns when a value of it is not of its column's kind, or when all is
  /// text and none of it comes again.
  private boolean isHeader() {
    if (rows == 1) {
      return Stream.of(first).noneMatch(value -> isTyped(value.strip()));
    }
    if (Stream.of(first).anyMatch(String::isBlank) && !hasTypedColumn()) {
      return false;
    }
    if (namesYears()) {
      return true;
    }
    if (!hasTypedColumn()) {
      return first.length == width && isDistinct() && !comesAgain();
    }
    boolean differs = false;
    for (int i = 0; i < Math.min(first.length, width); i++) {
      var column = columns.get(i + shift());
      if (isTyped(column) && !first[i].isBlank()) {
        if (column.fits(first[i].strip())) {
          return false;
        }
        differs = true;
      }
    }
    return differs && first.length <= width;
  }

  /// Some programs write a column of row names without a heading for it.
  private int shift() {
    return width > 2 && first.length == width - 1 ? 1 : 0;
  }

  private boolean hasTypedColumn() {
    return columns.stream().anyMatch(Recognition::isTyped);
  }

  private static boolean isTyped(ColumnEvidence column) {
    return column.isNumberWith(".")
        || column.isNumberWith(",")
        || column.isDate()
        || column.type(".", DateOrder.YEAR_MONTH_DAY) != ColumnType.TEXT;
  }

  private static boolean isTyped(String value) {
    if (value.isEmpty()) {
      return false;
    }
    var one = new ColumnEvidence();
    one.see(value);
    return one.isNumberWith(".") || one.isNumberWith(",") || one.isDate();
  }

  /// Tables that are one column wide for each year have years as names.
  private boolean namesYears() {
    if (width < 3 || first.length != width || isTyped(first[0].strip())) {
      return false;
    }
    int years = 0;
    for (int i = 1; i < width; i++) {
      var value = first[i].strip();
      boolean isYear = value.matches("\\d{4}") && isBetween(Integer.parseInt(value));
      if (!isYear && isTyped(value)) {
        return false;
      }
      years += isYear ? 1 : 0;
    }
    return years > 1 && isDistinct();
  }

  private static boolean isBetween(int year) {
    return year >= FIRST_YEAR && year <= LAST_YEAR;
  }

  private boolean isDistinct() {
    var distinct = new HashSet<String>();
    return Stream.of(first).allMatch(value -> distinct.add(value.strip().toLowerCase(Locale.ROOT)));
  }

  private boolean comesAgain() {
    return headingsSeenAgain.stream().anyMatch(seen -> !seen.isEmpty());
  }

  /// The mark with which more columns are numbers.
  private String decimal() {
    long points = columns.stream().filter(column -> column.isNumberWith(".")).count();
    long commas = columns.stream().filter(column -> column.isNumberWith(",")).count();
    if (points != commas) {
      return points > commas ? "." : ",";
    }
    boolean unclear = columns.stream().anyMatch(ColumnEvidence::hasUnclearCommas);
    return unclear && form.delimiter().equals(";") ? "," : ".";
  }

  /// The order in which more columns are dates, first of all those that leave no choice.
  private DateOrder order() {
    var best = DateOrder.YEAR_MONTH_DAY;
    long most = -1;
    for (var order :
        List.of(DateOrder.DAY_MONTH_YEAR, DateOrder.MONTH_DAY_YEAR, DateOrder.YEAR_MONTH_DAY)) {
      long fitting = columns.stream().filter(column -> column.isDateIn(order)).count();
      long proving = columns.stream().filter(column -> column.provesOrder(order)).count();
      long weight = fitting * 1_000 + proving;
      if (weight > most) {
        best = order;
        most = weight;
      }
    }
    return most <= 0 ? DateOrder.YEAR_MONTH_DAY : best;
  }
}
